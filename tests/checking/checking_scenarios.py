"""Scenarios that break one rule each."""

SAID = "According to two teachers, the canteen"
CLAIM = f"[[claim]]\nid = 'c'\ntext = 'C is a claim'\nstatus = 'alleged'\nquote = '''{SAID}'''\n"
END = "id = 'end'\nending = 'Done.'\ngrade = 'fair'\n"
NEVER = "needs = { trust = '>=60' }"
METERS = "meters = { trust = 50, reach = 50, calm = 50 }"


def choice(name, goes, more=""):
    return f"[[scenario.scene.choice]]\nid = '{name}'\ntext = 'Go'\ngoes = '{goes}'\n{more}\n"


def scene(name, *choices, more=""):
    return f"id = '{name}'\n{more}\n" + "".join(choices)


def scenario(*scenes, more=METERS, claim=CLAIM):
    text = "\n".join(f"[[scenario.scene]]\n{one}" for one in scenes)
    return f"{claim}[[scenario]]\nid = 'desk'\ntitle = 'Desk'\nstart = 'a'\n{more}\n{text}\n"


def effect(**by):
    return f"effect = {{ {', '.join(f'{meter} = {n}' for meter, n in by.items())} }}\n"


WAY = scene("a", choice("a-end", "end"))
DESK = "desk = ['c']"
THIN = "instead = [{ needs = { trust = '<60' }, goes = 'end' }]"


BROKEN = {
    "C701": (scenario(WAY, END, scene("lost", choice("lost-end", "end"))), "'lost'"),
    "C702": (scenario(scene("a", choice("a-a", "a"))), "'a'"),
    "C703": (scenario(WAY, END.replace("grade = 'fair'", "")), None),
    "C704": (scenario(scene("a", choice("go", "b", effect(trust=-60, reach=5)), choice("on", "b"),
                            more=DESK),
                      scene("b", choice("out", "end", "needs = { trust = '>=40' }")), END), "'b'"),
    "C705": (scenario(scene("a", choice("go", "b"), choice("on", "b"), more=DESK),
                      scene("b", choice("round", "b"),
                            choice("out", "end", "needs = { chose = ['on'] }"), more=DESK), END),
             "'b'"),
    "C706": (scenario(scene("a", choice("go", "b")),
                      "id = 'b'\nending = 'So.'\ngrade = 'weak'\n" + THIN, END), "'b'"),
    "C707": (scenario(scene("a", choice("go", "b")),
                      scene("b", choice("out", "end"), more=THIN), END), "'b'"),
    "C708": (scenario(scene("a", choice("go", "end"), choice("no", "end", NEVER), more=DESK), END),
             "{ trust = '>=60' }"),
    "C709": (scenario(scene("a", choice("go", "end", effect(trust=5)),
                            choice("on", "end", effect(reach=-5)), more=DESK), END),
             "{ trust = 5 }"),
    "C710": (scenario(scene("a", choice("go", "end"), choice("on", "end")), END), "'a'"),
    "C711": (scenario(scene("a", choice("go", "end"), more="date = 2026-11-11\n" + DESK), END),
             "'c'"),
    "C712": (scenario(scene("a", choice("go", "end"), choice("no", "end", NEVER),
                            more="careful = ['no']\n" + DESK), END), "'no'"),
    "C713": (scenario(scene("a", choice("go", "end"), more="asks = [{ id = 'x', text = 'X' }]"),
                      END), "'x'"),
    "C714": (scenario(scene("a", choice("go", "end"), more="deadline = 1"), END), "1"),
    "C715": (scenario(WAY, END + choice("more", "a")), "'Done.'"),
    "C716": (scenario(scene("a", *(choice(f"c{n}", "end") for n in range(2001)), more=DESK), END),
             "'desk'"),
}  # fmt: skip

ASKS = """asks = [
  { id = "x", text = "X", brings = "c", cost = { trust = -5 } },
  { id = "y", text = "Y", nothing = "No." },
]"""
GOOD = [
    scenario(scene("a", choice("go", "end"), more=f"late = 'end'\ndeadline = 1\n{ASKS}"), END),
    scenario(scene("a", choice("go", "end", effect(trust=5, reach=-5)), choice("on", "end")
                   + "claims = ['c']\n"), END),
    scenario(scene("a", choice("go", "b", effect(trust=10)), choice("on", "b", effect(reach=10)),
                   more=f"careful = ['go']\n{DESK}"),
             "id = 'b'\nending = 'So.'\ngrade = 'weak'\n" + THIN, END),
    # What each needs differs, so that neither is always there where the other is.
    scenario(scene("a", choice("go", "end", effect(trust=5) + "needs = { reach = '>=50' }"),
                   choice("on", "end"), more=DESK), END),
]  # fmt: skip
