"""What the cluster's own article states; the sample workspace and its reports say exactly that."""

import json
from pathlib import Path
from typing import Any

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "files" / "facts.json").read_text("utf-8"))
