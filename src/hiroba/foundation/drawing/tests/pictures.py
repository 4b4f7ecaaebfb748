"""Pictures taken apart, for the tests."""

import re

from lxml import etree


def parts(picture, tag):
    """The elements of one kind, each as its attributes."""
    return [dict(one.attrib) for one in etree.fromstring(picture).iter(tag)]


def numbers(picture, tag, *names):
    """Some attributes of the elements of one kind as numbers."""
    return [tuple(float(one[name]) for name in names) for one in parts(picture, tag)]


def titles(picture):
    """What the mouse reads, in order."""
    return [one.text for one in etree.fromstring(picture).iter("title")]


def written(picture):
    """The words that stand in the picture, in order."""
    return [one.text for one in etree.fromstring(picture).iter("text")]


def spots(path):
    """The absolute points of a path that is written with relative steps."""
    for ring in re.findall(r"M([^z]*)z", path):
        steps = [int(number) for number in re.findall(r"-?\d+", ring)]
        x = y = 0
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y
