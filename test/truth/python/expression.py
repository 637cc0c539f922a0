"""Equations as in models/README.md: text to nested tuples, and their values on whole arrays."""

import re
from functools import reduce

import numpy as np

TOKEN = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|(<=|>=|==|!=|[-+*/^<>?:(),\[\]]))"
)
# How tightly operators bind; ^ is right-associative and binds tighter than a minus before it.
BINARY = {
    **{"or": 1, "and": 2},
    **{operator: 4 for operator in ("<", "<=", ">", ">=", "==", "!=")},
    **{"+": 5, "-": 5, "*": 6, "/": 6, "^": 8},
}
NOT, MINUS = 9, 7


def parse(text):
    """An expression as nested tuples: ("number", x), ("name", id, lag), ("dated", id, year), (operator, …), ("call", name, …)."""
    tokens, position = [], 0
    text = str(text).strip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise ValueError(f"Cannot read {text!r} at {position}")
        tokens.append(match.group(match.lastindex))
        position = match.end()
    tree, rest = parse_conditional(tokens)
    if rest:
        raise ValueError(f"Left over in {text!r}: {rest}")
    return tree


def parse_conditional(tokens):
    test, tokens = parse_binary(tokens, 0)
    if tokens[:1] != ["?"]:
        return test, tokens
    then, tokens = parse_conditional(tokens[1:])
    otherwise, tokens = parse_conditional(expect(tokens, ":"))
    return ("if", test, then, otherwise), tokens


def parse_binary(tokens, least):
    left, tokens = parse_prefix(tokens)
    while tokens and BINARY.get(tokens[0], -1) >= least:
        operator = tokens[0]
        tightness = BINARY[operator]
        right, tokens = parse_binary(tokens[1:], tightness if operator == "^" else tightness + 1)
        left = (operator, left, right)
    return left, tokens


def parse_prefix(tokens):
    first, tokens = tokens[0], tokens[1:]
    if first == "-":
        operand, tokens = parse_binary(tokens, MINUS)
        return ("negate", operand), tokens
    if first == "not":
        operand, tokens = parse_binary(tokens, NOT)
        return ("not", operand), tokens
    if first == "(":
        inside, tokens = parse_conditional(tokens)
        return inside, expect(tokens, ")")
    if first[0].isdigit() or first[0] == ".":
        return ("number", float(first)), tokens
    if tokens[:1] == ["("]:
        arguments, tokens = [], tokens[1:]
        while True:
            argument, tokens = parse_conditional(tokens)
            arguments.append(argument)
            if tokens[0] == ")":
                return ("call", first, *arguments), tokens[1:]
            tokens = expect(tokens, ",")
    if tokens[:1] == ["["]:
        if tokens[2] == "]":
            return ("dated", first, int(tokens[1])), tokens[3:]
        if tokens[1:3] != ["t", "-"] or tokens[4] != "]":
            raise ValueError(f"A lag of {first} that is not [t-1]")
        return ("name", first, int(tokens[3])), tokens[5:]
    return ("name", first, 0), tokens


def expect(tokens, token):
    if tokens[:1] != [token]:
        raise ValueError(f"Expected {token}, found {tokens[:1]}")
    return tokens[1:]


def truth(value):
    """1 for true, 0 for false, undefined where the operand is."""
    return np.where(np.isnan(value), np.nan, value != 0)


def logical(result, *operands):
    undefined = reduce(np.logical_or, map(np.isnan, operands))
    return np.where(undefined, np.nan, result)


FUNCTIONS = {
    "abs": np.abs,
    "ceil": np.ceil,
    "floor": np.floor,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "clamp": lambda x, low, high: np.minimum(np.maximum(x, low), high),
    "fraction": lambda x: x / 100,
    "percent": lambda x: x * 100,
    "round": lambda x: np.floor(x + 0.5),
    "max": lambda *values: reduce(np.maximum, values),
    "min": lambda *values: reduce(np.minimum, values),
}
OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: np.power(a, b),
    "<": lambda a, b: logical(a < b, a, b),
    "<=": lambda a, b: logical(a <= b, a, b),
    ">": lambda a, b: logical(a > b, a, b),
    ">=": lambda a, b: logical(a >= b, a, b),
    "==": lambda a, b: logical(a == b, a, b),
    "!=": lambda a, b: logical(a != b, a, b),
    "and": lambda a, b: logical((truth(a) == 1) & (truth(b) == 1), a, b),
    "or": lambda a, b: logical((truth(a) == 1) | (truth(b) == 1), a, b),
    "negate": lambda a: -a,
    "not": lambda a: logical(a == 0, a),
    "if": lambda test, a, b: np.where(np.isnan(test), np.nan, np.where(test != 0, a, b)),
}


def evaluate(tree, lookup):
    """The value of an expression; `lookup(name, lag)` and `lookup(name, year=year)` give those of names."""
    kind = tree[0]
    if kind == "number":
        return np.float64(tree[1])
    if kind == "name":
        return lookup(tree[1], tree[2])
    if kind == "dated":
        return lookup(tree[1], year=tree[2])
    if kind == "call":
        return FUNCTIONS[tree[1]](*(evaluate(argument, lookup) for argument in tree[2:]))
    return OPERATORS[kind](*(evaluate(operand, lookup) for operand in tree[1:]))


def names_in(tree, first_year):
    """Names that an expression needs of its own year, at least where that is the first."""
    if tree[0] == "number":
        return set()
    if tree[0] == "name":
        return {tree[1]} if tree[2] == 0 else set()
    if tree[0] == "dated":
        return {tree[1]} if tree[2] == first_year else set()
    return set().union(*(names_in(part, first_year) for part in tree[1:] if isinstance(part, tuple)))
