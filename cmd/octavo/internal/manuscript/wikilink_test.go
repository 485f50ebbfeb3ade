package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// TestWikiLinks says where links between double brackets lead and what they show.
func TestWikiLinks(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"See [[02 Bees]] now.", "See {link #bees: } now."},
		{"See [[bees and wasps|the wasps]].", "See {link #bees-and-wasps: the wasps}."},
		{"See [[deep/Hives]] and [[Hives]].", "See {link #hives: Hives} and {link #hives: Hives}."},
		{"See [[02 Bees#Honey]], [[02 bees#Of Bees#honey|sweet]].", "See {link #honey: }, {link #honey: sweet}."},
		{"See [[stings]].", "See {link #bees-and-wasps: stings}."},
		{"See [[#Here & now]].\n\n## Here & now", "See {link #here-now: }."},
		{"See [[02 Bees#^a1b2]] and [[02 Bees^a1b2]].", "See {link #bees: } and {link #bees: }."},
		{"See [[#^a1b2|this]].", "See {link [[]]: this}."},
		{"See [[Moths]] and [[02 Bees#Wax|wax]]. markup-foreign markup-foreign", "See {link [[Moths]]: Moths} and {link [[02 Bees]]: wax}. markup-foreign markup-foreign"},
		{"See [[Twins]]. link-ambiguous", "See {link [[Twins]]: Twins}. link-ambiguous"},
		{"See ![[02 Bees]]. markup-foreign", "See {link [[02 Bees]]: 02 Bees}. markup-foreign"},
		{"| a |\n|---|\n| [[02 Bees\\|b]] |\n\n[[02 Bees]]", "{link #bees: }"},
		{"[[02 Bees]][[Hives]]", "{link #bees: }{link #hives: Hives}"},
		// No links of this kind.
		{"x[[\"a\"]], [[1]], [[ -f x ]], [[a](b.html)](c), [[^1]], a[[i]][[j]], `[[x]]`, \\[[Bees]]. link-elsewhere", ""},
		{"[[def]]\n\n[def]: https://a.example", "[{link https://a.example: def}]"},
	} {
		files := map[string]string{"01.md": "# One\n\n" + strings.TrimRight(strings.NewReplacer(" markup-foreign", "", " link-ambiguous", "", " link-elsewhere", "").Replace(c.source), " ") + "\n",
			"02 Bees.md": "# Bees\n\n## Honey\n", "03.md": "---\naliases: [Stings]\n---\n\n# Bees and wasps\n", "deep/Hives.md": "# Hives\n", "x/Twins.md": "# Twins\n", "y/Twins.md": "# Twins\n"}
		bk, diags := Read(folder(t, files), book.Contents{All: true})
		got := ""
		for _, b := range bk.Chapters()[0].Blocks {
			if p, ok := b.(*book.Paragraph); ok {
				got = dumpText(p.Text)
			}
		}
		for _, d := range diags {
			got += " " + d.Code
		}
		if c.want == "" {
			if strings.Contains(got, "foreign") || strings.Contains(got, "#bees") {
				t.Errorf("%s: %s", c.source, got)
			}
		} else if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.source, got, c.want)
		}
	}
}

// TestPicturesByName finds pictures that are embedded by their names, and addresses with blanks.
func TestPicturesByName(t *testing.T) {
	dot := string(encoded(t, "png"))
	pictures := []string{"door.png", "deep/My Bee (1).png", "deep/er/lamp.png", "a/twice.png", "b/twice.png"}
	for _, c := range []struct{ source, want string }{
		{"![[door.png]]", "{image door.png: }"}, {"x ![[My Bee (1).png|300]]", "x {image deep/My%20Bee%20%281%29.png: }"},
		{"![[lamp.png|a lamp|60x70]]", "{image deep/er/lamp.png: a lamp}"}, {"![[er/Lamp.png]]", "{image deep/er/lamp.png: }"},
		{"![[twice.png]]", "{image a/twice.png: } picture-ambiguous"}, {"![[b/twice.png]]", "{image b/twice.png: }"},
		{"![[no.png]]", "{image no.png: } picture-missing"},
		{"![a bee](deep/My Bee (1).png)", "{image deep/My%20Bee%20(1).png: a bee}"}, {"![](deep/My Bee (1).png \"Words\")", "{image deep/My%20Bee%20(1).png: }"},
		{"[*this* x](My Bee.md) [that](02 Bees.md#honey)", "[{em this} x](My Bee.md) {link #honey: that} markup-foreign"},
	} {
		files := map[string]string{"01.md": "# One\n\n" + c.source + "\n", "02 Bees.md": "# Bees\n\n## Honey\n"}
		for _, name := range pictures {
			files[name] = dot
		}
		bk, diags := Read(folder(t, files), book.Contents{All: true})
		got := ""
		switch b := bk.Chapters()[0].Blocks[0].(type) {
		case *book.Paragraph:
			got = dumpText(b.Text)
		case *book.Figure:
			got = dumpText([]book.Inline{b.Image})
		}
		for _, d := range diags {
			if d.Code != "file-untaken" { // the pictures that the chapter does not show
				got += " " + d.Code
			}
		}
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.source, got, c.want)
		}
	}
}
