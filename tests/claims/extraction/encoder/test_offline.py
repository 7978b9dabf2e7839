import subprocess
import sys

ASKED = """
import os, sys
os.environ.pop("ORT_DISABLE_TELEMETRY", None)
import claims.extraction.learned
assert "onnxruntime" not in sys.modules
print(os.environ["ORT_DISABLE_TELEMETRY"])
import claims.extraction.encoder.network
assert "onnxruntime" in sys.modules
"""


def test_onnxruntime_is_told_to_send_nothing_before_it_is_imported() -> None:
    ran = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, timeout=60)
    assert (ran.stdout, ran.stderr) == ("1\n", "")
