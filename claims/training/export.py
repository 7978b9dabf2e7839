"""8-bit weights for onnxruntime."""

from __future__ import annotations

import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

from claims.extraction.encoder.network import INPUTS, OUTPUTS
from claims.training.pupil import Pupil

_OPSET = 17


def export(pupil: Pupil, path: Path, facts: dict[str, str]) -> None:
    """Write `path`; `facts` are kept inside as metadata."""
    plain, fused = path.with_suffix(".plain.onnx"), path.with_suffix(".fused.onnx")
    _write_plain(pupil, plain)
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False  # its fused form is not made for more than two token types
    options.enable_skip_layer_norm = (
        False  # its fused form takes a fifth of the time, and apart they take little
    )
    heads, hidden = pupil.encoder.config.num_attention_heads, pupil.encoder.config.hidden_size
    model = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=heads, hidden_size=hidden,
        optimization_options=options, opt_level=0,
    )  # fmt: skip
    model.save_model_to_file(str(fused))
    quantize_dynamic(
        str(fused), str(path), weight_type=QuantType.QInt8, per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip
    _keep(path, facts)
    plain.unlink()
    fused.unlink()


def _write_plain(pupil: Pupil, path: Path) -> None:
    pupil.eval()
    pupil.encoder.set_attn_implementation("eager")
    ids = torch.randint(1000, 2000, (2, 40))
    seen = torch.ones_like(ids)
    seen[1, 30:] = 0
    axes = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            pupil, (ids, seen, torch.zeros_like(ids)), str(path),
            input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
            opset_version=_OPSET, dynamo=False, do_constant_folding=True,
        )  # fmt: skip


def _keep(path: Path, facts: dict[str, str]) -> None:
    model = onnx.load(str(path))
    onnx.helper.set_model_props(model, facts)
    onnx.save(model, str(path))
