"""An invented corpus of event coreference: two stories a topic, each told by three papers."""

from __future__ import annotations

from sayso.bench.linking import EventLine
from sayso.model import Span

# Of each topic: the words for its event and for what followed, and its stories' people and places.
TOPICS = {
    "shelling": (
        ("shelled", "bombarded", "shelling"),
        ("fled", "escaped", "flight"),
        (("rebels", "the Orlitsa dam", "Monday"), ("gunmen", "the port of Kalvarin", "Friday")),
    ),
    "theft": (
        ("stole", "robbed", "theft"),
        ("searched", "combed", "search"),
        (("burglars", "the Lom museum", "Tuesday"), ("masked men", "a bank in Dresna", "Sunday")),
    ),
    "quake": (
        ("shook", "struck", "earthquake"),
        ("collapsed", "crumbled", "collapse"),
        (("a tremor", "the valley of Ostry", "Thursday"), ("a quake", "Port Maren", "Saturday")),
    ),
    "arrest": (
        ("arrested", "detained", "arrest"),
        ("protested", "marched", "protest"),
        (("police", "the mayor of Velika", "Monday"), ("soldiers", "a poet in Sarn", "Wednesday")),
    ),
    "fire": (
        ("burned", "destroyed", "fire"),
        ("rebuilt", "restored", "rebuilding"),
        (("flames", "the mill at Brod", "Friday"), ("arsonists", "a ferry off Lissa", "Tuesday")),
    ),
    "strike": (
        ("halted", "stopped", "stoppage"),
        ("negotiated", "bargained", "negotiation"),
        (("dockers", "trade at Tamar", "Monday"), ("drivers", "the trams of Nove", "Sunday")),
    ),
}


def corpus(*topics: str) -> tuple[EventLine, ...]:
    """The documents of these topics; each names the event and what followed, twice."""
    return tuple(
        _document(topic, story, paper)
        for topic in topics
        for story in range(2)
        for paper in range(3)
    )


def _document(topic: str, story: int, paper: int) -> EventLine:
    happened, followed, stories = TOPICS[topic]
    who, what, day = stories[story]
    first, then = happened[paper % 2], followed[paper % 2]
    text = ""
    mentions: list[tuple[str, Span, str]] = []
    for piece, event in (
        (f"On {day} {who} ", None),
        (first, "event"),
        (f" {what}, and people {then.split()[0]} ", None),
        ("there. The ", None),
        (happened[2], "event"),
        (f" at {what} and the ", None),
        (followed[2], "after"),
        (f" on {day} were told by paper {paper}.", None),
    ):
        if event:
            span = Span(len(text), len(text) + len(piece), piece)
            name = f"{topic} {story} {paper} {len(mentions)}"
            mentions.append((name, span, f"{topic} {story} {event}"))
        text += piece
    return EventLine(f"{topic} {story} {paper}", topic, f"{topic} {story}", text, tuple(mentions))
