import sys
from pathlib import Path

# Tests share the builders of `docx_files.py`.
sys.path.insert(0, str(Path(__file__).parent))
