"""Files for people and programs: plain data in, bytes out. Knows nothing of the workspace and nothing of the screen."""
