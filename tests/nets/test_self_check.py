"""Are somebody's own networks opened so that every page can look into them, or refused in a sentence?"""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils import parametrizations, parametrize, prune, spectral_norm, weight_norm

from models.nets.by_hand.recompute import recompute
from models.nets.capture import capture
from models.nets.capture.layers import kernels
from models.nets.maps.folded import foldable, without
from models.nets.network import Network, frozen
from models.nets.own.fitting import fit
from models.nets.own.opened import CannotBeShown, opened
from models.nets.own.self_check import self_check
from models.nets.receptive_field import receptive_fields

SCALE = ((0.0,), (1.0,))


def twice(layer):
    return prune.ln_structured(prune.l1_unstructured(layer, "weight", 0.5), "weight", 0.3, n=2, dim=0)


# Every way in which torch.nn.utils makes weights of others.
FORMS = {
    "weight norm": weight_norm,
    "weight norm over everything": lambda layer: weight_norm(layer, dim=None),
    "spectral norm": spectral_norm,
    "weight norm as a parametrization": parametrizations.weight_norm,
    "spectral norm as a parametrization": parametrizations.spectral_norm,
    "orthogonal": parametrizations.orthogonal,
    "pruned by size": lambda layer: prune.l1_unstructured(layer, "weight", 0.5),
    "pruned by chance": lambda layer: prune.random_unstructured(layer, "weight", 0.3),
    "pruned by kernels": lambda layer: prune.ln_structured(layer, "weight", 0.3, n=2, dim=0),
    "pruned twice": twice,
    "pruned, and its bias": lambda layer: prune.l1_unstructured(
        prune.l1_unstructured(layer, "bias", 0.5), "weight", 0.2
    ),
    "pruned by nothing": lambda layer: prune.identity(layer, "weight"),
    "normed and pruned": lambda layer: prune.l1_unstructured(weight_norm(layer), "bias", 0.2),
    "normed twice": lambda layer: parametrizations.spectral_norm(parametrizations.weight_norm(layer)),
}


def network_of(made, module_labels=()):
    network = fit("mine", opened(made), (20, 24), SCALE, module_labels, "for tests")
    self_check(network)
    return network


def seen_and_folded(form, norm=lambda layer: layer):
    torch.manual_seed(1)
    body = [form(nn.Conv2d(3, 8, 3)), norm(nn.BatchNorm2d(8)), nn.ReLU(inplace=True), nn.MaxPool2d(2)]
    return nn.Sequential(*body, nn.AdaptiveAvgPool2d(1), nn.Flatten(), form(nn.Linear(8, 5)))


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_weights_made_of_others_are_ordinary_ones_with_the_same_answers(form, trained):
    module, batch = seen_and_folded(FORMS[form]), torch.randn(2, 3, 20, 24, generator=torch.Generator().manual_seed(2))
    if trained:
        module.train()(batch).sum().backward()
    with torch.no_grad():
        expected = module.eval()(batch).numpy()
    network = network_of(module)
    assert {name.rpartition(".")[2] for name, _ in network.module.named_parameters()} == {"weight", "bias"}
    trace = capture(network, batch)
    np.testing.assert_array_equal(trace.output, expected)
    for layer in ("0", "1", "6"):
        assert recompute(network, trace, layer, 2, 0, 0).difference < 1e-5
    assert kernels(network, "0").shape == (8, 3, 3, 3)
    assert foldable(trace) == {"1": "0"}
    np.testing.assert_allclose(without(network, trace, ["1"])(batch).numpy(), expected, atol=1e-5)


def test_a_pruned_batch_norm_is_folded_like_any_other():
    module = seen_and_folded(FORMS["pruned by size"], FORMS["pruned, and its bias"])
    assert (module[1].weight == 0).sum() >= 2
    network = network_of(module)
    batch = torch.randn(2, 3, 20, 24)
    trace = capture(network, batch)
    np.testing.assert_allclose(without(network, trace, ["1"])(batch).numpy(), trace.output, atol=1e-5)


def test_pruning_over_a_whole_network_is_read():
    module = seen_and_folded(lambda layer: layer)
    prune.global_unstructured([(module[0], "weight"), (module[6], "weight")], prune.L1Unstructured, amount=0.4)
    network = network_of(module)
    assert sum(int((layer.weight == 0).sum()) for layer in (network.module[0], network.module[6])) == 102  # 40 % of 256


def test_what_a_weight_is_made_of_may_belong_to_another_layer():
    shared = nn.Parameter(torch.randn(4, 4, 3, 3))
    plain, normed = nn.Conv2d(4, 4, 3, padding=1, bias=False), nn.Conv2d(4, 4, 3, padding=1, bias=False)
    plain.weight = normed.weight = shared
    parametrizations.spectral_norm(normed)
    pruned = nn.Conv2d(4, 4, 3, padding=1, bias=False)
    pruned.weight = shared
    prune.l1_unstructured(pruned, "weight", 0.9)
    module = nn.Sequential(nn.Conv2d(3, 4, 1), plain, normed, pruned).eval()
    batch = torch.randn(1, 3, 9, 9)
    with torch.no_grad():
        expected = module(batch).numpy()
    np.testing.assert_array_equal(capture(opened(module), batch).output, expected)


def halved(layer, _):
    layer.weight = layer.mine * 0.5


def test_weights_that_a_hook_of_ones_own_makes_are_recorded_too():
    layer = nn.Conv2d(3, 4, 3)
    weights = layer.weight
    del layer.weight
    layer.mine = weights
    layer.register_forward_pre_hook(halved)
    module, batch = nn.Sequential(layer, nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()), torch.randn(1, 3, 20, 24)
    expected = module.eval()(batch).detach().numpy()
    network = network_of(module)
    trace = capture(network, batch)
    np.testing.assert_array_equal(trace.output, expected)
    assert recompute(network, trace, "0", 1, 2, 3).difference < 1e-5


@pytest.mark.parametrize("form", FORMS)
def test_a_bare_module_with_such_weights_is_looked_into_as_it_is(form):
    module, batch = seen_and_folded(FORMS[form]).eval(), torch.randn(1, 3, 20, 24)
    with torch.no_grad():
        expected = module(batch).numpy()
    names = sorted(name for name, _ in module.named_parameters())
    np.testing.assert_array_equal(capture(module, batch).output, expected)
    assert receptive_fields(module, (20, 24))["0"].size == (3, 3)
    assert sorted(name for name, _ in module.named_parameters()) == names


def test_what_is_wrapped_around_a_module_is_taken_off():
    plain = seen_and_folded(lambda layer: layer)
    wrapped = nn.DataParallel(torch.compile(plain))
    assert opened(wrapped) is plain
    inner = nn.Sequential(nn.DataParallel(nn.Sequential(nn.Conv2d(3, 4, 3))), nn.Flatten())
    inner[0].compile()
    assert list(capture(opened(inner), torch.randn(1, 3, 8, 8))) == ["0.0", "1"]
    assert inner[0]._compiled_call_impl is None


class Dice(nn.Module):
    def forward(self, batch):
        return functional.dropout(functional.conv2d(batch, torch.ones(2, 3, 3, 3)), 0.5, training=True)


class Own(torch.autograd.Function):
    @staticmethod
    def forward(_, batch):
        return batch.numpy(force=True).sum() * torch.ones(1, 4)


class Hidden(nn.Module):
    def forward(self, batch):
        return Own.apply(batch)


def uncopied():
    module = nn.Conv2d(3, 2, 3)
    module.file = (piece for piece in ())
    return module


def scripted():
    return torch.jit.script(seen_and_folded(lambda layer: layer))


def traced():
    return nn.Sequential(nn.Conv2d(3, 3, 3), torch.jit.trace(nn.Conv2d(3, 2, 3), torch.zeros(1, 3, 8, 8)))


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (scripted, "compiled by torch.jit, so"),
        (traced, r"compiled by torch.jit \(at 1\)"),
        (Dice, "changes from one pass to the next"),
        (Hidden, "none of its layers"),
        (lambda: nn.Sequential(nn.Flatten(), nn.Linear(1440, 4)), "none of its layers makes maps"),
        (uncopied, "pickle"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(made, reason):
    with pytest.raises(CannotBeShown, match=reason) as refused:
        network_of(made())
    assert "\n" not in str(refused.value)
    assert not str(refused.value).endswith(".")


def test_the_bundled_network_passes(cifar_network):
    self_check(cifar_network)


def test_a_network_handed_over_whole_is_tried_as_it_is():
    module = frozen(nn.Sequential(nn.Conv2d(3, 2, 3), nn.Flatten()))
    broken = Network("mine", module, ("a",), (2, 2), "for tests", "random", lambda pictures: pictures)
    with pytest.raises(CannotBeShown, match="one pass of a picture makes it fail"):
        self_check(broken)


def test_a_parametrization_of_ones_own_is_read():
    class Symmetric(nn.Module):
        def forward(self, weights):
            return weights + weights.flip(-1)

    layer = nn.Conv2d(3, 4, 3)
    parametrize.register_parametrization(layer, "weight", Symmetric())
    network = network_of(nn.Sequential(layer, nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()))
    weights = kernels(network, "0")
    np.testing.assert_array_equal(weights, weights[..., ::-1])
