"""The labels' loss: what it says is what counting all sequences says."""

from __future__ import annotations

import math
from itertools import pairwise, product

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from torch.nn.utils.rnn import pad_sequence  # noqa: E402

from sayso.tag.encoder.labels import LABELS, NEVER, allowed_steps, best_labels  # noqa: E402
from sayso.train.crf import Chain  # noqa: E402
from sayso.train.wanted import Wanted, certain, marginals  # noqa: E402

START = -1


def drawn(seed: int) -> Chain:
    torch.manual_seed(seed)
    chain = Chain()
    torch.nn.init.normal_(chain.steps)
    return chain


def score(chain: Chain, emissions: torch.Tensor, labels: tuple[int, ...]) -> float:
    steps = chain.scores().detach()
    total = sum(float(emissions[i, label]) for i, label in enumerate(labels))
    return total + sum(float(steps[a, b]) for a, b in pairwise([START, *labels]))


def lost(
    chain: Chain, emissions: torch.Tensor, wanted: list[Wanted], lengths: list[int]
) -> torch.Tensor:
    labels = pad_sequence([torch.from_numpy(w.labels) for w in wanted], batch_first=True)
    taken = pad_sequence([torch.from_numpy(w.steps) for w in wanted], batch_first=True)
    return chain.loss(emissions, labels, taken, torch.tensor(lengths))


def gold(*labels: int) -> Wanted:
    return certain(np.array(labels))


def counted(chain: Chain, emissions: torch.Tensor, labels: tuple[int, ...]) -> float:
    """Return the negative log-likelihood by counting all sequences."""
    scores = [
        score(chain, emissions, other) for other in product(range(len(LABELS)), repeat=len(labels))
    ]
    most = max(scores)
    whole = most + math.log(sum(math.exp(s - most) for s in scores))
    return whole - score(chain, emissions, labels)


GOLD = [(0,), (1, 2), (1, 3, 5, 6), (0, 0, 5), (3,)]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("labels", GOLD)
def test_the_loss_of_one_text(seed: int, labels: tuple[int, ...]) -> None:
    chain = drawn(seed)
    emissions = torch.randn(len(labels), len(LABELS)) * 2
    found = lost(chain, emissions[None], [gold(*labels)], [len(labels)])
    expected = counted(chain, emissions, labels) / len(labels)
    assert found.item() == pytest.approx(expected, abs=1e-4)


def test_texts_of_a_batch_count_by_their_words() -> None:
    chain = drawn(9)
    longest = max(map(len, GOLD))
    emissions = torch.randn(len(GOLD), longest, len(LABELS))
    wanted, lengths = [gold(*labels) for labels in GOLD], [len(labels) for labels in GOLD]
    found = lost(chain, emissions, wanted, lengths)
    expected = sum(counted(chain, emissions[i, : len(g)], g) for i, g in enumerate(GOLD))
    assert found.item() == pytest.approx(expected / sum(map(len, GOLD)), abs=1e-4)
    # What pads a text changes nothing.
    for row, length in enumerate(lengths):
        emissions[row, length:] = 99
    assert lost(chain, emissions, wanted, lengths).item() == pytest.approx(found.item(), abs=1e-4)


def test_forbidden_steps_stay_so_whatever_is_learned() -> None:
    chain = drawn(4)
    steps = chain.scores().detach().numpy()
    assert (steps[~allowed_steps()] == NEVER).all()
    assert (steps[allowed_steps()] > NEVER / 10).all()
    lost(chain, torch.randn(1, 4, len(LABELS)), [gold(0, 1, 2, 0)], [4]).backward()
    assert not chain.steps.grad[torch.from_numpy(~allowed_steps())].any()


def test_what_is_learned_is_what_is_decoded() -> None:
    labels = [0, 1, 2, 3, 5, 6, 6, 0]
    chain = drawn(2)
    emissions = torch.nn.Parameter(torch.zeros(1, len(labels), len(LABELS)))
    optimizer = torch.optim.SGD([emissions, chain.steps], lr=2.0)
    for _ in range(60):
        loss = lost(chain, emissions, [gold(*labels)], [len(labels)])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert best_labels([emissions[0].detach().numpy()], chain.scores().detach().numpy()) == [labels]


@pytest.mark.parametrize("seed", range(3))
def test_marginals_are_what_counting_all_sequences_gives(seed: int) -> None:
    chain, length = drawn(seed), 4
    emissions = torch.randn(length, len(LABELS)) * 2
    found = marginals(emissions.numpy(), chain.scores().detach().numpy())
    labels, steps = np.zeros_like(found.labels), np.zeros_like(found.steps)
    sequences = list(product(range(len(LABELS)), repeat=length))
    weights = np.exp([score(chain, emissions, sequence) for sequence in sequences])
    for sequence, weight in zip(sequences, weights / weights.sum(), strict=True):
        for i, label in enumerate(sequence):
            labels[i, label] += weight
            if i:
                steps[i, sequence[i - 1], label] += weight
    assert found.labels == pytest.approx(labels, abs=1e-5)
    assert found.steps[1:] == pytest.approx(steps[1:], abs=1e-5)


def test_marginals_of_a_long_text_stay_numbers() -> None:
    chain = drawn(5)
    emissions = torch.randn(3000, len(LABELS)) * 30
    found = marginals(emissions.numpy(), chain.scores().detach().numpy())
    assert np.isfinite(found.labels).all()
    assert found.labels.sum(axis=1) == pytest.approx(1, abs=1e-4)
    assert found.steps[1:].sum(axis=(1, 2)) == pytest.approx(1, abs=1e-4)


def test_who_says_what_the_teacher_says_loses_least() -> None:
    chain = drawn(1)
    emissions = torch.randn(5, len(LABELS))
    wanted = marginals(emissions.numpy(), chain.scores().detach().numpy())
    own = torch.nn.Parameter(emissions[None].clone())
    lost(chain, own, [wanted], [5]).backward()
    # The least loss is where its slope is none.
    assert own.grad.abs().max() < 1e-4
    assert chain.steps.grad[:-1].abs().max() < 1e-4
    other = torch.nn.Parameter(own.detach() + torch.randn(1, 5, len(LABELS)))
    assert lost(chain, other, [wanted], [5]) > lost(chain, own, [wanted], [5])


def test_a_cut_span_begins_where_it_is_cut() -> None:
    wanted = gold(0, 5, 6, 6, 0).within(2, 5)
    assert wanted.labels.argmax(axis=1).tolist() == [5, 6, 0]
    assert wanted.steps[1, 5, 6] == wanted.steps[2, 6, 0] == 1
    chain = drawn(6)
    known = lost(chain, torch.ones(1, 3, len(LABELS)), [gold(5, 6, 0)], [3])
    assert lost(chain, torch.ones(1, 3, len(LABELS)), [wanted], [3]).item() == known.item()


def test_a_mixture_lies_between() -> None:
    mixed = gold(0, 1).mixed(gold(3, 1), 0.25)
    assert mixed.labels[0, [0, 3]].tolist() == [0.75, 0.25]
    assert mixed.labels[1, 1] == 1
    assert mixed.steps[1, [0, 3], 1].tolist() == [0.75, 0.25]
