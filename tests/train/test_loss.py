"""Batches and what the network loses on them: labels, and pointers with spans taken away."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training_parts import PIECES, TOKENIZER, gold_texts, tiny_network  # noqa: E402

from encoder_parts import brief  # noqa: E402
from sayso.tag.encoder.links import PARTS, WIDTH, Pointer, Scene, point  # noqa: E402
from sayso.tag.encoder.windows import make_window  # noqa: E402
from sayso.tag.encoder.words import Case, Ints  # noqa: E402
from sayso.train.gold import GoldLink, GoldText, gold_text  # noqa: E402
from sayso.train.loss import Batch, Example, batch_loss, link_losses, make_batch, make_example  # noqa: E402
from sayso.train.marked import read_marked  # noqa: E402

TEXT = "[S1:Vrel] [Q1:said] [C1:it held] and [Q2:denied] [C2:a raid]. [C1:All of it.]"
"""The second statement has no source of its own."""


def text_of(marked: str) -> GoldText:
    return gold_text({"id": "a", **read_marked(marked)}, TOKENIZER)


def whole(text: GoldText) -> Example:
    return make_example(text, make_window(text.words, 0, len(text.words), PIECES.start))


def batch_of(examples: list[Example], *, words: float = 0.0, case: float = 0.0) -> Batch:
    rng = np.random.default_rng(5)
    return make_batch(examples, rng, mask_piece=PIECES.mask, hide_words=words, hide_case=case)


def labels_of(example: Example) -> Ints:
    assert (example.wanted.labels.max(axis=1) == 1).all()
    return example.wanted.labels.argmax(axis=1)


def drawn_vectors(example: Example) -> torch.Tensor:
    torch.manual_seed(3)
    return torch.randn(len(example.line), len(PARTS), WIDTH)


def test_a_whole_window_keeps_all_gold() -> None:
    text = text_of(TEXT)
    example = whole(text)
    assert example.links == text.links
    assert (labels_of(example) == text.labels).all()


# Words low to high; then labels and links as seen from there.
CUT = [
    (0, 4, "Bs Bq Bc Ic", [GoldLink((1, 2), (0, 1), ((2, 4),))]),
    (1, 4, "Bq Bc Ic", [GoldLink((0, 1), None, ((1, 3),))]),
    (3, 6, "Bc O Bq", [GoldLink((2, 3), None, ())]),
    (6, 12, "Bc Ic O Bc Ic Ic", []),
    (1, 3, "Bq Bc", [GoldLink((0, 1), None, ())]),
]


@pytest.mark.parametrize(("low", "high", "labels", "links"), CUT)
def test_gold_is_cut_down_to_a_window(
    low: int, high: int, labels: str, links: list[GoldLink]
) -> None:
    text = text_of(TEXT)
    example = make_example(text, make_window(text.words, low, high, PIECES.start))
    assert brief(labels_of(example)) == labels
    assert list(example.links) == links
    assert len(example.line) == high - low


def test_batches_are_padded_and_masked() -> None:
    long, short = whole(gold_texts()[0]), whole(text_of("Vrel said so."))
    batch = batch_of([long, short])
    assert batch.lengths.tolist() == [len(long.line), len(short.line)]
    assert batch.inputs.mask.shape == (2, 1, 1, len(long.window.pieces))
    assert batch.inputs.mask.sum(dim=3).flatten().tolist() == [
        len(long.window.pieces),
        len(short.window.pieces),
    ]
    assert batch.inputs.pieces[0].tolist() == long.window.pieces.tolist()
    assert batch_of([long, long]).inputs.mask is None


def test_some_words_and_all_case_of_some_texts_are_hidden() -> None:
    example = whole(gold_texts()[0])
    batch = batch_of([example] * 40, words=0.5, case=0.5)
    hidden = batch.inputs.pieces == PIECES.mask
    assert not hidden[:, 0].any()
    assert 0.35 < float(hidden[:, 1:].float().mean()) < 0.65
    own = torch.from_numpy(example.window.pieces).expand(40, -1)
    assert (batch.inputs.pieces[~hidden] == own[~hidden]).all()
    caseless = (batch.inputs.case == Case.HIDDEN).all(dim=1)
    assert 5 < int(caseless.sum()) < 35
    assert (batch.inputs.case[~caseless] == torch.from_numpy(example.window.case)).all()


def test_padding_changes_no_output() -> None:
    network = tiny_network().eval()
    long, short = whole(gold_texts()[0]), whole(text_of("Vrel said so."))

    def vectors(batch: Batch, row: int) -> torch.Tensor:
        with torch.no_grad():
            x = network.encode(batch.inputs)
            return network.heads(x, batch.inputs.first)[1][row, : int(batch.lengths[row])]

    together, alone = vectors(batch_of([long, short]), 1), vectors(batch_of([short]), 0)
    assert torch.allclose(together, alone, atol=1e-5)


def test_pointers_are_scored_as_the_tagger_scores_them() -> None:
    network, example = tiny_network(), whole(text_of(TEXT))
    vectors = drawn_vectors(example)
    contents, cues = link_losses(network, example, vectors)

    def pointer(head: torch.nn.Module) -> Pointer:
        names = ("distance", "crowd", "lines", "none")
        return Pointer(**{name: getattr(head, name).detach().numpy() for name in names})

    scene = Scene([(1, 2), (5, 6)], example.line)
    pieces = [(2, 4), (6, 8), (9, 12)]
    arrays = vectors.numpy()
    log = point(arrays[:, 2:], pointer(network.to_cue), pieces, scene.cues, scene)
    assert contents.tolist() == pytest.approx((-log[[0, 1, 2], [0, 1, 0]]).tolist(), abs=1e-4)
    log = point(arrays[:, :2], pointer(network.to_source), scene.cues, [(0, 1)], scene)
    # The second cue has no source: it points to what stands for nothing.
    assert cues.tolist() == pytest.approx((-log[[0, 1], [0, 1]]).tolist(), abs=1e-4)


def test_what_belongs_to_hidden_cues_points_to_nothing() -> None:
    network, example = tiny_network(), whole(text_of(TEXT))
    losses = link_losses(network, example, drawn_vectors(example), hide=1.0)
    # With no cue left there is only nothing to point to, which can't be missed.
    assert [loss.tolist() for loss in losses] == [[0.0, 0.0, 0.0]]


def test_a_hidden_cue_leaves_the_others() -> None:
    network, example = tiny_network(), whole(text_of(TEXT))
    vectors = drawn_vectors(example)
    torch.manual_seed(0)
    shapes = {tuple(map(len, link_losses(network, example, vectors, hide=0.5))) for _ in range(60)}
    assert shapes == {(3,), (3, 1), (3, 2)}


@pytest.mark.parametrize("marked", ["It held.", "[S:Vrel] [Q:said] [C:so]."])
def test_losses_without_a_content(marked: str) -> None:
    text = text_of(marked)
    example = make_example(text, make_window(text.words, 0, 2, PIECES.start))
    assert link_losses(tiny_network(), example, drawn_vectors(example)) == []


def test_the_loss_falls_on_two_texts() -> None:
    network = tiny_network()
    batch = batch_of([whole(text) for text in gold_texts()])
    optimizer = torch.optim.Adam(network.parameters(), lr=0.01)
    losses = []
    for _ in range(30):
        loss = batch_loss(
            network, batch, dropout=0.0, link_weight=0.5, hide_spans=0.0, halved=False
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 10


def test_links_count_by_their_weight() -> None:
    network = tiny_network()
    batch = batch_of([whole(text) for text in gold_texts()])

    def loss(weight: float) -> float:
        torch.manual_seed(1)
        return batch_loss(
            network, batch, dropout=0, link_weight=weight, hide_spans=0, halved=False
        ).item()

    assert loss(1.0) - loss(0.5) == pytest.approx(loss(0.5) - loss(0.0), rel=1e-3)
    assert loss(0.5) > loss(0.0) > 0
