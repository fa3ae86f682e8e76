"""What the trained components share: something that is learnt, kept in the model's folder and read from it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage


class Learnt(Protocol):
    """A trained model that can be kept."""

    def save(self, folder: Path) -> None: ...

    @classmethod
    def load(cls: type[L], folder: Path) -> L: ...


L = TypeVar("L", bound=Learnt)


class TrainedComponent(GraphComponent, Generic[L]):
    """A component around one ``kind`` of trained model; ``_model`` is None until it is trained or loaded."""

    kind: type[L]

    def __init__(self, storage: ModelStorage, resource: Resource, model: L | None = None) -> None:
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> TrainedComponent[L]:
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TrainedComponent[L]:
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, cls.kind.load(folder))

    def _keep(self, model: L) -> Resource:
        """Hold a model that was just trained, and write it where :meth:`load` finds it."""
        self._model = model
        with self._storage.write_to(self._resource) as folder:
            model.save(folder)
        return self._resource
