package manuscript

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
)

// mill is a book whose files have headings of the same words.
var mill = map[string]string{
	"01-the-mill.md":           "# The Mill\n\n## Tools\n\n## Flour & Bran\n\n## Tools\n\n## Wheel_pit\n\n## *Old* `gears`\n\n## 3. Sluice.gate\n",
	"02-the-weir.md":           "# The Weir\n\n## Tools\n\n## Eels\n+++\nkind = \"meme\"\n+++\n\n## Otters\n+++\nkind = \"meme\"\nid = \"river-otters\"\n+++\n",
	"03-floods.md":             "# Floods\n\n## Éclairs\n\n## River otters\n\n## Tide -- and time\n\n> ## In a quotation\n",
	"part two/04-The Heron.md": "# The Heron\n\n## Tools\n\n## Tools\n\n## Tools\n\n## Nests\n",
	"part two/readme.md":       "# Part of birds\n\n## Grebes\n",
	"05-one-file.md":           "# Spring\n\n## Lambs\n\n## Doors {#barn-door}\n\n# Autumn\n\n## Lambs\n\n## Tools {#own}\n",
	"06-more.md":               "# More\n\n## Doors {#mill-door}\n\n## Own {#own}\n",
	"notes/index.md":           "# Notes\n\n## Grebes\n",
}

// TestLinksInAnotherScript holds that no link leads to another heading of that script than the one that it names.
func TestLinksInAnotherScript(t *testing.T) {
	const text = "# Первая\n\n[a](#нет) [b](#вторая-часть) [c](#Вторая%20часть) [[#Вторая часть]] [[#Нет]] [d](#глава-3)\n\n## Начало\n\n## Вторая часть\n\n## Раздел 3\n"
	c, _ := ParseChapter("c.md", []byte(text))
	var got []string
	c.Walk(nil, func(in book.Inline) {
		if l, ok := in.(*book.Link); ok {
			got = append(got, l.Target)
		}
	})
	compare(t, "targets", strings.Join(got, ","), ",vtoraia-chast,vtoraia-chast,vtoraia-chast,,")
}

// TestLinks says where links lead, by what stands in which file.
func TestLinks(t *testing.T) {
	const mill1, weir, floods, heron, birds = "01-the-mill.md", "02-the-weir.md", "03-floods.md", "part two/04-The Heron.md", "part two/readme.md"
	for _, c := range []struct{ from, address, want string }{
		// The link's own file comes first.
		{mill1, "#tools", "tools"}, {weir, "#tools", "tools-3"}, {heron, "#tools", "tools-4"},
		{mill1, "#tools-1", "tools-2"}, {heron, "#tools-1", "tools-5"}, {heron, "#tools-2", "tools-6"},
		{mill1, "#nests", "nests"}, {floods, "#the-weir", "the-weir"},
		// What several others have is refused.
		{floods, "#tools", "link-ambiguous"}, {floods, "#tools-1", "link-ambiguous"}, {mill1, "#grebes", "link-ambiguous"},
		{floods, "#tools-2", "tools-6"}, {floods, "#tools-3", "tools-3"},
		// An id that the author gave is the only one of its name.
		{floods, "#river-otters", "river-otters-2"}, {mill1, "#river-otters", "river-otters"}, {mill1, "#eels", "eels"},
		{mill1, "#barn-door", "barn-door"}, {mill1, "#doors", "link-ambiguous"}, {mill1, "#own", "link-ambiguous"}, {mill1, "06-more.md#own", "own-2"},
		// Of a file with several chapters, the link's own chapter comes first.
		{"05-one-file.md", "#lambs", "lambs-2"}, {"05-one-file.md", "#lambs-1", "lambs-2"}, {"05-one-file.md", "#spring", "spring"},
		{mill1, "05-one-file.md#lambs", "lambs"}, {mill1, "05-one-file.md#lambs-1", "lambs-2"}, {mill1, "#lambs", "lambs"},
		{mill1, "05-one-file", "spring"},
		// In the file that the address names.
		{floods, "01-the-mill.md#tools", "tools"}, {floods, "02-the-weir.md#tools", "tools-3"}, {heron, "../02-the-weir.md#TOOLS", "tools-3"},
		{mill1, "03-floods.md#tools", "link-unknown"}, {mill1, "03-floods.md#in-a-quotation", "in-a-quotation"},
		{floods, "03-floods.md#", "floods"}, {floods, "./03-floods.md", "floods"},
		// Slugs of other programs.
		{mill1, "#flour-bran", "flour-bran"}, {mill1, "#flour--bran", "flour-bran"}, {mill1, "#wheel_pit", "wheel-pit"},
		{mill1, "#Old-Gears", "old-gears"}, {mill1, "#3-sluicegate", "x-3-sluice-gate"}, {mill1, "#sluice.gate", "x-3-sluice-gate"},
		{mill1, "#Flour%20%26%20Bran", "flour-bran"}, {floods, "#%C3%A9clairs", "eclairs"}, {floods, "#eclairs", "eclairs"},
		{floods, "#tide----and-time", "tide-and-time"}, {floods, "#tide--and-time", "tide-and-time"},
		// Files.
		{mill1, "02-the-weir", "the-weir"}, {mill1, "./02-The-Weir.MD", "the-weir"}, {mill1, "02-the-weir.html#eels", "eels"},
		{mill1, "part%20two/04-The%20Heron.md", "the-heron"}, {mill1, "04-The%20Heron.md#nests", "nests"}, {mill1, "part%20two/04-The%20Heron", "the-heron"},
		{heron, "../01-the-mill.md", "the-mill"}, {heron, "/01-the-mill/", "the-mill"}, {heron, "01-the-mill.md", "the-mill"},
		{mill1, "part%20two/", "part-of-birds"}, {mill1, "part%20two", "part-of-birds"}, {mill1, "part%20two/index.html", "part-of-birds"},
		{mill1, "notes", "notes"}, {heron, "../notes/#grebes", "grebes"}, {birds, "README.md", "part-of-birds"},
		{mill1, `part two\04-The Heron.md`, "the-heron"}, {mill1, "02-the-weir.md?plain=1", "the-weir"},
		// Out of the book.
		{mill1, "07-ferries.md", "link-elsewhere"}, {mill1, "07-ferries.md#tools", "link-elsewhere"}, {mill1, "/blog/2019/a-post/", "link-elsewhere"},
		{mill1, "about.html", "link-elsewhere"}, {mill1, "pictures/wheel.png", "link-elsewhere"}, {mill1, "../../etc/passwd", "link-elsewhere"},
		{mill1, "example.org/page", "link-elsewhere"}, {mill1, "#ferries", "link-unknown"}, {mill1, "#!", "link-unknown"},
		{mill1, "https://example.org/02-the-weir.md#x", "https://example.org/02-the-weir.md#x"}, {mill1, "mailto:a@example.org", "mailto:a@example.org"},
		{mill1, "//example.org/02-the-weir.md", "//example.org/02-the-weir.md"}, {mill1, "www.example.org/x.md", "www.example.org/x.md"},
	} {
		t.Run(c.from+"_"+c.address, func(t *testing.T) {
			files := map[string]string{}
			for name, text := range mill {
				files[name] = text
			}
			files[c.from] += "\nSee [there](<" + c.address + ">).\n"
			bk, diags := Read(folder(t, files), book.Contents{All: true})
			got := ""
			for _, ch := range bk.Chapters() {
				book.Walk(ch.Blocks, func(b book.Block) {
					book.Runs(b, func(text []book.Inline) {
						book.WalkInlines(text, func(i book.Inline) {
							if l, ok := i.(*book.Link); ok {
								got = l.Target + l.URL
							}
						})
					})
				})
			}
			for _, d := range diags {
				if strings.HasPrefix(d.Code, "link-") {
					got += d.Code
				}
			}
			if got != c.want {
				t.Errorf("[there](%s) in %s leads to %s, want %s\n%v", c.address, c.from, got, c.want, diags)
			}
		})
	}
}

// TestLinkFaults holds what is said of links that lead nowhere.
func TestLinkFaults(t *testing.T) {
	files := map[string]string{}
	for name, text := range mill {
		files[name] = text
	}
	files["03-floods.md"] += "\n[a](#tools), [b](01-the-mill.md#eels), [c](02-the-wier.md), [d](/blog/x), [](about.html),\n[e](Tools.png), [f](#tolls).\n"
	files["a/one.md"], files["b/one.md"] = "# One\n\n[g](<../part two/readme.md#nests>) [h](two.md)\n", "# Uno\n"
	files["a/x/two.md"], files["b/two.md"] = "# Two\n", "# Due\n"
	_, diags := Read(folder(t, files), book.Contents{All: true})
	var b strings.Builder
	for _, d := range diags.With("link-") {
		fmt.Fprintf(&b, "%s %s %s (%s)\n", d.Pos, d.Severity, d.Message, strings.Join(d.Notes, "; "))
	}
	const want = `manuscript/03-floods.md:11:5 error link target "#tools" is in 01-the-mill.md, 02-the-weir.md and in 2 other files (name the file: 01-the-mill.md#tools)
manuscript/03-floods.md:11:32 error link target "#eels" not found in 01-the-mill.md (02-the-weir.md has it: write 02-the-weir.md#eels)
manuscript/03-floods.md:11:44 warning "02-the-wier.md" is not in the book: the link is set as words (did you mean 02-the-weir.md?)
manuscript/03-floods.md:11:65 warning "/blog/x" is not in the book: the link is set as words (write the whole address with https:// in front, or delete it and keep the words)
manuscript/03-floods.md:11:78 error "about.html" is not in the book, and the link has no words (write words between the brackets, or delete the link)
manuscript/03-floods.md:12:5 warning "Tools.png" is not in the book: the link is set as words (write the whole address with https:// in front, or delete it and keep the words)
manuscript/03-floods.md:12:21 error link target "#tolls" not found (did you mean #tools?)
manuscript/a/one.md:3:27 error link target "#nests" not found in part two/readme.md (part two/04-The Heron.md has it: write ../part%20two/04-The%20Heron.md#nests)
manuscript/a/one.md:3:40 error "two.md" may be a/x/two.md or b/two.md (write its folder and extension: x/two.md)
`
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

// TestManyLinks holds that the time for links grows with their number, not with its square.
func TestManyLinks(t *testing.T) {
	var b strings.Builder
	b.WriteString("# T\n\n")
	for i := range 4000 {
		fmt.Fprintf(&b, "## Same words\n\n[x](#same-words-%d) [y](#nothing-%d) [z](other.md#x%d)\n\n", i, i, i)
	}
	files := map[string]string{"one.md": b.String(), "two.md": b.String(), "three.md": "# U\n\n" + strings.Repeat("[x](#same-words) ", 4000)}
	start := time.Now()
	bk, _ := Read(folder(t, files), book.Contents{All: true})
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("it took %v", d)
	}
	if len(bk.Chapters()) != 3 {
		t.Error("not all chapters were read")
	}
}
