#!/usr/bin/env python3
"""typometrics.py FILE.pdf... -- how a justified book is set, read off any maker's PDF (pdftotext -bbox).

Per file: body lines, justified lines; word space in ems (mean, sd, p95, max); hyphens per 100 justified lines and longest
ladder; widows (page opens with a paragraph's last line), orphans (page ends with a paragraph's first line), runts (last line
under 5 letters), spread mismatches (facing pages whose last lines differ), off-grid lines (share of body baselines over
0.25 pt away from the page's leading grid). Heuristic, the same for every maker.

Two heuristics of the first version misjudged pages and are mended here, for every maker alike:
- A line of the contents whose folio stands at the right edge is no justified line: one gap of over two ems rules it out.
- A page ends with its lowest line whatever the size of its type: with a footnote, or a reference set smaller, the text
  above it ends early and should. Lines of different sizes that end facing pages may differ by less than a line.
"""
import re, subprocess, sys, statistics as st
from collections import Counter


def pages(pdf):
    x = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, errors="replace").stdout
    for pg in x.split("<page ")[1:]:
        w = [(float(a), float(b), float(c), float(d), t) for a, b, c, d, t in
             re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', pg)]
        rows = []
        for q in sorted(w, key=lambda q: (round(q[3], 0), q[0])):
            if rows and abs(rows[-1][0][3] - q[3]) < 2.5:
                rows[-1].append(q)
            else:
                rows.append([q])
        yield [sorted(r) for r in rows]


def lowest(page, body, lead, left, right):
    """Where the text of a page ends, and whether that line is set smaller than the body: the rows under the last body line
    that are no folio, which stands alone or in the middle."""
    last = body[-1]
    y, small = last[0][3], False
    for r in page:
        words = " ".join(q[4] for q in r)
        if r[0][3] > y + 1 and r[0][0] < left + 2.5 * lead and not re.fullmatch(r"[\d\s]*|[ivxlc]+", words):
            y, small = r[0][3], True
    return y, small


def measure(pdf):
    P = list(pages(pdf))
    hs = Counter(round(q[3] - q[1], 1) for p in P for r in p for q in r)
    if not hs:
        return None
    h = hs.most_common(1)[0][0]                     # body height box
    body = [[r for r in p if sum(abs((q[3] - q[1]) - h) < 0.6 for q in r) > len(r) / 2] for p in P]
    out = dict(pages=len(P), lines=0, just=0)
    sp, hy, lad, best, widows, orphans, runts, mism, off, grid = [], 0, 0, 0, 0, 0, 0, 0, 0, 0
    lefts = [Counter(round(r[0][0]) for p in body[i::2] for r in p) for i in (0, 1)]
    rights = [Counter(round(r[-1][2]) for p in body[i::2] for r in p) for i in (0, 1)]
    em = None
    leads = Counter(round(b[0][3] - a[0][3], 1) for p in body for a, b in zip(p, p[1:]))
    lead = leads.most_common(1)[0][0] if leads else 0
    near = [b[0][3] - a[0][3] for p in body for a, b in zip(p, p[1:]) if abs(b[0][3] - a[0][3] - lead) < .15]
    lead = st.mean(near) if near else 0            # the mode is rounded; thirty lines would add its error up
    full, small = {}, {}
    prev_last = None
    for i, p in enumerate(body):
        if not lefts[i % 2]:
            continue
        L, R = lefts[i % 2].most_common(1)[0][0], rights[i % 2].most_common(1)[0][0]
        p = [r for r in p if len(r) > 0 and r[0][0] > L - 12 and r[-1][2] < R + 12]
        # running heads and folios stand apart from the text by more than the leading
        while len(p) > 3 and p[1][0][3] - p[0][0][3] > 1.6 * lead:
            p = p[1:]
        while len(p) > 3 and p[-1][0][3] - p[-2][0][3] > 1.6 * lead:
            p = p[:-1]
        if len(p) < 5:
            prev_last = None
            continue
        out["lines"] += len(p)
        y0 = p[0][0][3]
        for r in p:
            grid += 1
            k = (r[0][3] - y0) / lead
            if abs(k - round(k)) * lead > 0.25:
                off += 1
        lad = 0
        for j, r in enumerate(p):
            just = abs(r[-1][2] - R) < 2.2 and len(r) > 2 and max(b[0] - a[2] for a, b in zip(r, r[1:])) < 2 * lead / 1.27
            if just:
                out["just"] += 1
                sp += [(b[0] - a[2]) for a, b in zip(r, r[1:])]
                if r[-1][4][-1:] in "-\u2010\u00ad":
                    hy += 1; lad += 1; best = max(best, lad)
                else:
                    lad = 0
            else:
                lad = 0
                txt = "".join(q[4] for q in r)
                if j and abs(p[j - 1][-1][2] - R) < 2.2 and abs(r[0][0] - L) < 2 and len(re.sub(r"\W", "", txt)) < 5 and abs(r[0][3] - p[j - 1][0][3] - lead) < 1:
                    runts += 1
        top, bot = p[0], p[-1]
        if prev_last and abs(prev_last[0][-1][2] - prev_last[1]) < 2.2 and abs(top[0][0] - L) < 2 and R - top[-1][2] > 12:
            widows += 1
        ind = bot[0][0] - L
        if 6 < ind < 30 and abs(bot[-1][2] - R) < 2.2 and p[-2][-1][2] < R - 2.2:
            orphans += 1
        full[i], small[i] = lowest(P[i], p, lead, L, R)
        prev_last = (bot, R)
    ys = Counter(round(v) for v in full.values())
    for i in range(1, len(P) - 1, 2):               # verso 2k (index 1, 3 ...) faces recto 2k+1
        if i in full and i + 1 in full and min(full[i], full[i + 1]) > max(ys) - 4 * lead and abs(full[i] - full[i + 1]) > (0.75 * lead if small[i] or small[i + 1] else 1):
            mism += 1
    em = lead / 1.27 if lead else 11
    s = sorted(x / em for x in sp if x > 0)
    out.update(space_mean=st.mean(s), space_sd=st.pstdev(s), space_p95=s[int(.95 * len(s))], space_max=s[-1],
               hyph100=100 * hy / max(1, out["just"]), ladder=best, widows=widows, orphans=orphans, runts=runts, spreads=mism,
               offgrid=off / max(1, grid), lead=lead)
    return out


for f in sys.argv[1:]:
    m = measure(f)
    print(f.split("/")[-1].ljust(24), m and "  ".join(f"{k}={v:.3f}" if isinstance(v, float) else f"{k}={v}" for k, v in m.items()))
