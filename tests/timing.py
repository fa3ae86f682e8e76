"""How long a piece of work takes, for tests of the speed of a pattern."""

import time
import timeit
from collections.abc import Callable


def own_seconds(work: Callable[[], object]) -> float:
    """Seconds this thread computes `work` for, once.

    Not the seconds on the clock, nor the process's: other tests share the machine, and other
    threads (a model's, a sweeper's) the process. `timeit` keeps garbage collection out too:
    one sweep over all the objects of ten thousand tests takes longer than the work.
    """
    return timeit.timeit(work, timer=time.thread_time, number=1)
