"""Rewrites a parsed template before code is made of it, so that work is counted and words keep their places."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from docgen.render.budget import CALL
from docgen.render.registry import GLOBALS


class Rewriting(NodeTransformer):
    """Replaces what Jinja would do by itself with calls of the environment, which templates cannot name.

    Loops, macros, comparisons and the template's own text are counted; `~`, and the strings that a template sets, goes
    through or hands to a macro, keep their places; slices go through the environment like every other look into a list.
    """

    def __init__(self, template: str) -> None:
        self._template = template

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Count the turns before the loop begins; those of a recursive loop one by one."""
        self.generic_visit(node)
        if node.recursive:
            node.body.insert(0, _counted_turn(node))
        items = self._placed(node.iter) if isinstance(node.iter, nodes.Expr) else node.iter
        node.iter = _call(node, "looped", items)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        """Count each call."""
        self.generic_visit(node)
        node.body.insert(0, _counted_turn(node))
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        """Count each call of `caller`."""
        self.generic_visit(node)
        node.body.insert(0, _counted_turn(node))
        return node

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:
        """Count the template's own text each time it is printed, and print values with their line."""
        self.generic_visit(node)
        own = sum(len(child.data) for child in node.nodes if isinstance(child, nodes.TemplateData))
        node.nodes = [child if isinstance(child, nodes.TemplateData) else self._printed(child) for child in node.nodes]
        counted = nodes.ExprStmt(_call(node, "taken", nodes.Const(own)), lineno=node.lineno)
        return [counted, node] if own else [node]

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """`a ~ b`."""
        self.generic_visit(node)
        return _call(node, "joined", *map(self._placed, node.nodes))

    def visit_Assign(self, node: nodes.Assign) -> nodes.Node:
        """`{% set noun = "group" %}`."""
        self.generic_visit(node)
        if isinstance(node.node, nodes.Expr):
            node.node = self._placed(node.node)
        return node

    def visit_With(self, node: nodes.With) -> list[nodes.Node]:
        """`{% with a = b %}`, whose line Jinja does not note."""
        self.generic_visit(node)
        return [nodes.ExprStmt(_call(node, "taken", nodes.Const(0)), lineno=node.lineno), node]

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        """`a == b`, `a in b`."""
        self.generic_visit(node)
        node.expr = _held(node.expr)
        for operand in node.ops:
            operand.expr = _held(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        """`a[1:3]`."""
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        bounds = (node.arg.start, node.arg.stop, node.arg.step)
        return _call(node, "sliced", node.node, *(bound or nodes.Const(None) for bound in bounds))

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:
        """`{a: b}`."""
        self.generic_visit(node)
        node.key = _call(node, "key", node.key)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """The strings among the arguments of a macro become words with a place."""
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name) and node.node.name in GLOBALS:
            return node
        node.args = [self._placed(argument) for argument in node.args]
        for keyword in node.kwargs:
            keyword.value = self._placed(keyword.value)
        return node

    def _printed(self, value: nodes.Expr) -> nodes.Expr:
        return _call(value, "printed", value, nodes.Const(self._template), nodes.Const(value.lineno))

    def _placed(self, expression: nodes.Expr) -> nodes.Expr:
        """The strings that an expression may come to, as words with a place: `"a"`, `"a" if b else "c"`, `a or "b"`."""
        match expression:
            case nodes.Const(value=str()):
                return _call(
                    expression, "written", expression, nodes.Const(self._template), nodes.Const(expression.lineno)
                )
            case nodes.CondExpr():
                expression.expr1 = self._placed(expression.expr1)
                expression.expr2 = expression.expr2 and self._placed(expression.expr2)
            case nodes.Or() | nodes.And():
                expression.left, expression.right = self._placed(expression.left), self._placed(expression.right)
            case nodes.List() | nodes.Tuple():
                expression.items = [self._placed(item) for item in expression.items]
            case _:
                pass
        return expression


def _counted_turn(node: nodes.Node) -> nodes.ExprStmt:
    return nodes.ExprStmt(_call(node, "turn", nodes.Const(CALL)), lineno=node.lineno)


def _held(operand: nodes.Expr) -> nodes.Expr:
    return operand if isinstance(operand, nodes.Const) else _call(operand, "held", operand)


def _call(place: nodes.Node, name: str, *arguments: nodes.Node) -> nodes.Call:
    """A call of a method of the environment, at the line of `place`."""
    return nodes.Call(nodes.EnvironmentAttribute(name), [*arguments], [], None, None, lineno=place.lineno)
