"""Generates functions that acquire, and leave in all ways that there are.

A function is a tree of statements: text, or a Block. What a function does with a
handle is drawn: how it is declared, tested and used, where it is released, and
where it is not.
"""

import random

UNKNOWN = """int risky(int);
void work(void);
void note(const char *);
int look(const void *);
void watch(const void *);
"""
MACROS = """#define BAIL_INT(Condition) do { if (Condition) return -1; } while (0)
#define BAIL_NULL(Condition) do { if (Condition) return NULL; } while (0)
"""


class Block:
    """A statement with statements in it."""

    def __init__(self, head, body, tail="}"):
        self.head, self.body, self.tail = head, body, tail

    def copy(self):
        return Block(self.head, copied(self.body), self.tail)


def copied(body):
    return [s.copy() if isinstance(s, Block) else s for s in body]


def lines(body, depth=1):
    found = []
    for statement in body:
        if isinstance(statement, Block):
            found.append("  " * depth + statement.head)
            found += lines(statement.body, depth + 1)
            if statement.tail:
                found.append("  " * depth + statement.tail)
        else:
            indent = "" if statement.endswith(":") and " " not in statement else "  " * depth
            found += [indent + line for line in statement.split("\n")]
    return found


class Function:
    """A generated function."""

    def __init__(self, name, returns, parameters, body):
        self.name, self.returns, self.parameters, self.body = name, returns, parameters, body

    def text(self):
        space = "" if self.returns.endswith("*") else " "
        head = f"{self.returns}{space}{self.name}({self.parameters}) {{"
        return "\n".join([head, *lines(self.body), "}"])


class Generator:
    """Draws one function."""

    def __init__(self, seed, library, is_c, macros=True):
        self.random = random.Random(seed)
        self.library, self.is_c, self.macros = library, is_c, macros
        self.held = []  # (variable, resource)
        self.loops = 0
        self.used_names = set()
        # A jump must not pass an initialisation in C++.
        self.declares_first = self.chance(0.3)
        self.has_label = self.declares_first and self.chance(0.6)
        self.declarations = []
        self.declared = []  # (variable, resource): what the label releases

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *options):
        return self.random.choice(options)

    def function(self, name):
        self.returns = self.pick("int", "int", "int", "int", "void", "handle", "text")
        resource = self.library.resource
        returns = {"int": "int", "void": "void", "text": "const char *"}.get(self.returns)
        if returns is None:
            self.returns = "int" if resource.how != "returned" else "handle"
            returns = resource.type if self.returns == "handle" else "int"
        body = [self.filler()] if self.chance(0.3) else []
        body += self.scope(resource, None, 0)
        if self.chance(0.15):
            body += self.scope(resource, None, 1)
        ending = self.leaving_value()
        if self.has_label:
            held = [f"{r.release.format(v=v)};" for v, r in reversed(self.declared)]
            body = self.declarations + body
            body += ["out:"] + (held if self.chance(0.8) else []) + [ending or "work();"]
        else:
            body = self.declarations + body
            body += [ending] if ending else []
        parameters = ", ".join(p for p in ("int n", self.library.parameter) if p)
        return Function(name, returns, parameters, body)

    def scope(self, resource, parent, depth):
        """Acquires, uses, and perhaps releases."""
        v = self.name(resource)
        statements = self.acquisition(resource, v, parent)
        self.held.append((v, resource))
        statements += self.middle(resource, v, depth)
        self.held.pop()
        if self.has_label and self.chance(0.8):
            return statements
        if self.returns == "handle" and parent is None and depth == 0 and self.chance(0.6):
            return statements + [f"return {v};"]
        if self.chance(0.7):
            release = f"{resource.release.format(v=v)};"
            statements.append(release)
            if self.chance(0.15) and resource.how != "in place":
                statements.append(f"{v} = {self.null()};")
        return statements

    def name(self, resource):
        for name in [*resource.names, *(f"{resource.names[0]}{i}" for i in range(9))]:
            if name not in self.used_names:
                self.used_names.add(name)
                return name
        raise AssertionError("too many handles")

    def null(self):
        return "NULL" if self.is_c or self.chance(0.5) else "nullptr"

    def acquisition(self, resource, v, parent):
        call = resource.acquire.format(v=v, p=parent)
        declare = f"{resource.type}{v};"
        first = self.declares_first and resource.how != "in place"
        if first:
            # Not in a loop's body: the declaration stands at the top.
            initial = f"{resource.type}{v} = {self.null()};"
            initialised = self.has_label or self.chance(0.5)
            self.declarations.append(initial if initialised else declare)
            self.declared.append((v, resource))
        before = [] if first else [declare]
        if resource.how == "in place":
            return [declare, f"{call};"]
        if resource.how == "out":
            form = self.pick("if", "if", "status", "unchecked", "null")
            if form == "null" and not first:
                before = [f"{resource.type}{v} = {self.null()};"]
            if form in ("if", "null"):
                compare = self.pick(f"{call} != {resource.good}", f"{resource.good} != {call}", call)
                return before + [self.leaving_if(compare, v, resource, failed=True)]
            if form == "status":
                status = self.status_name()
                opened = f"int {status} = {call};"
                if self.has_label:
                    self.declarations.append(f"int {status};")
                    opened = f"{status} = {call};"
                test = self.pick(status, f"{status} != {resource.good}")
                return before + [opened, self.leaving_if(test, v, resource, failed=True)]
            return before + [f"{call};"]
        if first:
            if self.chance(0.3):
                return [self.leaving_if(f"({v} = {call}) == {self.null()}", v, resource, failed=True)]
            acquired = [f"{v} = {call};"]
            if self.has_label and self.chance(0.2):
                acquired = [Block("if (n) {", acquired)]
        else:
            form = self.pick("init", "init", "init", "later", "auto", "const", "branch")
            acquired = [f"{resource.type}{v} = {call};"]
            if form == "later":
                acquired = [declare, f"{v} = {call};"]
            elif form == "auto" and not self.is_c:
                acquired = [f"auto {'*' if self.chance(0.5) else ''}{v} = {call};"]
            elif form == "const":
                acquired = [f"{resource.type}const {v} = {call};"]
                return acquired + self.test(resource, v)
            elif form == "branch":
                acquired = [f"{resource.type}{v} = {self.null()};", Block("if (n) {", [f"{v} = {call};"])]
        return acquired + self.test(resource, v)

    def status_name(self):
        for name in ("rc", "status", "rc2", "rc3", "rc4", "rc5", "rc6"):
            if name not in self.used_names:
                self.used_names.add(name)
                return name
        raise AssertionError("too many statuses")

    def test(self, resource, v):
        if not resource.bad or self.chance(0.25):
            return []
        condition = self.pick(*resource.bad).format(v=v)
        return [self.leaving_if(condition, v, resource, failed=True)]

    def leaving_if(self, condition, v, resource, failed=False):
        """`if (CONDITION) ...` that leaves, with or without a release."""
        if self.macros and self.returns != "void" and not self.has_label and self.chance(0.04):
            leave = {"int": "-1"}.get(self.returns, "NULL")
            return f"BAIL_{'INT' if leave == '-1' else 'NULL'}({condition});"
        body = []
        if resource.texts and self.chance(0.25):
            body.append(f"note({self.pick(*resource.texts).format(v=v)});")
        elif self.chance(0.15):
            body.append(self.filler())
        if self.chance(0.35) and not self.has_label:
            given_back = [f"{r.release.format(v=w)};" for w, r in reversed(self.held)]
            if failed:
                given_back.insert(0, f"{resource.release.format(v=v)};")
            if self.chance(0.3) and given_back:
                given_back.pop()
            body += given_back
        body.append(self.leave(v, resource))
        if len(body) == 1 and self.chance(0.6):
            return Block(f"if ({condition})", body, "")
        if self.chance(0.12):
            return Block(f"if ({condition}) {{", body, "} else { work(); }")
        return Block(f"if ({condition}) {{", body)

    def leave(self, v, resource):
        options = ["return"] * 4
        if self.has_label:
            options += ["goto"] * 6
        if self.loops:
            options += ["break", "continue"] * 2
        if not self.is_c:
            options += ["throw"]
        option = self.pick(*options)
        if option == "goto":
            return "goto out;"
        if option == "break" or option == "continue":
            return f"{option};"
        if option == "throw":
            return "throw 1;"
        return self.leaving_value(v, resource, True) or "return;"

    def leaving_value(self, v=None, resource=None, early=False):
        if self.returns == "void":
            return "return;" if early else ""
        if self.returns == "handle":
            return "return NULL;"
        if self.returns == "text":
            if v and resource.texts and self.chance(0.2):
                return f"return {self.pick(*resource.texts).format(v=v)};"
            return self.pick('return "";', "return NULL;")
        options = ["return -1;", "return 0;", "return n;", "return risky(n);", "return n + 1;"]
        if v and resource.numbers:
            options += [f"return {self.pick(*resource.numbers).format(v=v)};"] * 2
        return self.pick(*options)

    def filler(self):
        return self.pick("work();", "risky(n);", 'note("");', "n = risky(n);", "n += 1;")

    def use(self, resource, v):
        if resource.numbers and self.chance(0.4):
            number = self.pick(*resource.numbers).format(v=v)
            return self.pick(f"n = {number};", f"n += {number};", f"risky({number});")
        return self.pick(*resource.uses).format(v=v)

    def condition(self, resource, v):
        options = ["n", "n > 1", "risky(n)", "risky(n) < 0", "n == 0 && risky(1)", "risky(n) == 0"]
        if resource.numbers:
            options += [f"{self.pick(*resource.numbers).format(v=v)} > 0"] * 2
        return self.pick(*options)

    def middle(self, resource, v, depth):
        found = []
        for _ in range(self.random.randrange(1, 4)):
            found += self.statement(resource, v, depth)
        return found

    def statement(self, resource, v, depth):
        kinds = ["use"] * 4 + ["leave"] * 4 + ["filler", "child", "child", "branch", "switch", "once"]
        kinds += ["loop"] * 2 + ["early", "overwrite", "alias", "discard", "store"]
        kinds += ["try", "try", "lambda"] if not self.is_c else []
        kind = self.pick(*kinds)
        pointer = resource.how != "in place"
        if kind == "use":
            return [self.use(resource, v)]
        if kind == "leave":
            return [self.leaving_if(self.condition(resource, v), v, resource)]
        if kind == "child" and resource.children and depth < 2:
            return self.scope(self.pick(*resource.children), v, depth + 1)
        if kind == "branch":
            then = [self.use(resource, v), *(self.inner(resource, v, depth))]
            if self.chance(0.3):
                otherwise = Block("} else {", [self.use(resource, v)])
                return [Block(f"if ({self.condition(resource, v)}) {{", then, ""), otherwise]
            return [Block(f"if ({self.condition(resource, v)}) {{", then)]
        if kind == "switch":
            cases = ["case 0:", self.use(resource, v), "break;", "case 1:"]
            cases += [self.leave_plain(v, resource), "default:", self.filler(), "break;"]
            return [Block("switch (n) {", cases)]
        if kind == "once":
            return [Block("do {", self.inner(resource, v, depth), "} while (0);")]
        if kind == "loop":
            self.loops += 1
            body = self.inner(resource, v, depth)
            self.loops -= 1
            head = self.pick("for (int i = 0; i < 2; i++) {", "while (risky(n) > 0) {")
            return [Block(head, body)]
        if kind == "early" and pointer:
            release = f"{resource.release.format(v=v)};"
            body = [release, self.leave_plain(v, resource, releases=False)]
            return [Block(f"if ({self.condition(resource, v)}) {{", body)]
        if kind == "overwrite" and resource.how == "returned" and not resource.acquire.count("{p}"):
            before = [f"{resource.release.format(v=v)};"] if self.chance(0.6) else []
            return before + [f"{v} = {resource.acquire};"]
        if kind == "alias" and pointer:
            other = f"{v}_"
            if other not in self.used_names and not self.has_label:
                self.used_names.add(other)
                return [f"{resource.type}{other} = {v};", self.use(resource, other)]
        if kind == "discard":
            children = [c for c in resource.children if c.how == "returned"]
            if children:
                call = children[0].acquire.format(p=v)
                return [self.pick(f"{call};", f"(void){call};")]
        if kind == "store" and pointer and self.chance(0.3) and resource is self.library.resource:
            return [f"Kept = {v};"]
        if kind == "try":
            inside = self.inner(resource, v, depth)
            handler = [self.pick("throw;", "n = 0;", self.leave_plain(v, resource))]
            return [Block("try {", inside, ""), Block("} catch (...) {", handler)]
        if kind == "lambda" and not self.has_label:
            name = f"f{len(self.used_names)}"
            self.used_names.add(name)
            return [f"auto {name} = [&] {{ return risky(n); }};", f"n = {name}();"]
        return [self.filler()]

    def leave_plain(self, v, resource, releases=True):
        if self.has_label and releases:
            return "goto out;"
        return self.leaving_value(v if releases else None, resource, True) or "return;"

    def inner(self, resource, v, depth):
        """Statements of a nested block."""
        body = [self.pick(self.use(resource, v), self.filler())]
        if self.chance(0.6):
            body.append(self.leaving_if(self.condition(resource, v), v, resource))
        if depth < 1 and resource.children and self.chance(0.4) and not self.declares_first:
            body += self.scope(self.pick(*resource.children), v, depth + 1)
        if self.chance(0.3):
            body.append(self.use(resource, v))
        return body


def preamble(library):
    """What stands before the functions of a file."""
    text = f"#include <{library.header}>\n#include <stddef.h>\n" + UNKNOWN + MACROS
    if library.resource.how != "in place":
        kept = f"{library.resource.type}Kept;\n"
        text += f"extern {kept}#ifdef DBTIDY_ORACLE\n{kept}#endif\n"
    return text
