"""The labels' loss: what it says is what counting all sequences says."""

from __future__ import annotations

import math
from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch")

from sayso.tag.encoder.labels import LABELS, NEVER, allowed_steps, best_labels  # noqa: E402
from sayso.train.crf import Chain  # noqa: E402

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
    found = chain.loss(emissions[None], torch.tensor([labels]), torch.tensor([len(labels)]))
    expected = counted(chain, emissions, labels) / len(labels)
    assert found.item() == pytest.approx(expected, abs=1e-4)


def test_texts_of_a_batch_count_by_their_words() -> None:
    chain = drawn(9)
    longest = max(map(len, GOLD))
    emissions = torch.randn(len(GOLD), longest, len(LABELS))
    labels = torch.zeros(len(GOLD), longest, dtype=torch.long)
    for row, gold in enumerate(GOLD):
        labels[row, : len(gold)] = torch.tensor(gold)
    lengths = torch.tensor([len(gold) for gold in GOLD])
    found = chain.loss(emissions, labels, lengths)
    expected = sum(counted(chain, emissions[i, : len(g)], g) for i, g in enumerate(GOLD))
    assert found.item() == pytest.approx(expected / sum(map(len, GOLD)), abs=1e-4)
    # What pads a text changes nothing.
    emissions[0, 1:] = 99
    labels[0, 1:] = 5
    assert chain.loss(emissions, labels, lengths).item() == pytest.approx(found.item(), abs=1e-4)


def test_forbidden_steps_stay_so_whatever_is_learned() -> None:
    chain = drawn(4)
    steps = chain.scores().detach().numpy()
    assert (steps[~allowed_steps()] == NEVER).all()
    assert (steps[allowed_steps()] > NEVER / 10).all()
    chain.loss(
        torch.randn(1, 4, len(LABELS)), torch.tensor([[0, 1, 2, 0]]), torch.tensor([4])
    ).backward()
    assert not chain.steps.grad[torch.from_numpy(~allowed_steps())].any()


def test_what_is_learned_is_what_is_decoded() -> None:
    gold = [0, 1, 2, 3, 5, 6, 6, 0]
    chain = drawn(2)
    emissions = torch.nn.Parameter(torch.zeros(1, len(gold), len(LABELS)))
    optimizer = torch.optim.SGD([emissions, chain.steps], lr=2.0)
    for _ in range(60):
        loss = chain.loss(emissions, torch.tensor([gold]), torch.tensor([len(gold)]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert best_labels([emissions[0].detach().numpy()], chain.scores().detach().numpy()) == [gold]
