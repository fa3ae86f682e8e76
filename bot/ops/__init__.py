"""Running Signpost: train when the data changed, start the servers, test the conversations."""
