package manuscript

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
)

// about returns what the head of a file says of a chapter.
func about(c *book.Chapter) string {
	var out []string
	add := func(name string, value any, there bool) {
		if there {
			out = append(out, fmt.Sprintf("%s=%v", name, value))
		}
	}
	for _, l := range c.BelowTitle {
		add([]string{"sub", "by", "on"}[l.Kind], book.PlainText(l.Text), true)
	}
	add("short", c.Short, c.Short != "")
	add("also", strings.Join(c.Aliases, "+"), c.Aliases != nil)
	add("number", c.Counted == book.Yes, c.Counted != book.Default)
	add("unlisted", true, c.Unlisted)
	var themes []string
	for _, e := range c.Entries() {
		themes = append(themes, strings.Join(e.Themes, "+")+"/"+strings.Join(e.Audience, "+"))
	}
	add("themes", themes, themes != nil)
	return strings.Join(out, " ")
}

func TestFrontMatter(t *testing.T) {
	how := reading{lang: lang.English(), dates: book.DatesBelowTitle, bookTitle: "The Book", theme: func(name string) (string, bool) {
		return "service", strings.EqualFold(name, "Good service") || name == "service"
	}}
	const entry = "\n## Say less.\n+++\nkind = 'meme'\n+++\n\nx\n"
	for _, c := range []struct {
		name, text string
		chapters   string // titles and what the head says of them
		text1      string // the blocks of the first
		diags      string
		alone      bool
	}{
		{name: "a title alone", text: "---\ntitle: \"The *long* way\"\n---\n\nx\n", chapters: "#the-long-way The long way", text1: "p x"},
		{name: "closed with dots, indented, with comments", text: "\n\n---\n# mine\ntitle:   Plain -- way\n...\nx\n", chapters: "#plain-way Plain – way", text1: "p x"},
		{name: "the heading again", text: "---\ntitle: One, two!\n---\n# One Two\n\nx\n", chapters: "#one-two One Two", text1: "p x"},
		{name: "another heading", text: "---\ntitle: One\n---\n# Two\n\nx\n", chapters: "#two Two", text1: "p x", diags: "2:8 title-differs (w)"},
		{name: "another heading in another script", text: "---\ntitle: Глава первая\n---\n# Раздел\n\nx\n", chapters: "#razdel Раздел", text1: "p x", diags: "2:8 title-differs (w)"},
		{name: "the heading again in another script", text: "---\ntitle: глава Первая\n---\n# Глава первая\n\nx\n", chapters: "#glava-pervaia Глава первая", text1: "p x"},
		{name: "the book's title", text: "---\ntitle: The book\n---\n# Two\n\nx\n", chapters: "#two Two", text1: "p x"},
		{name: "a post with sections of level 1", text: "---\ntitle: One\n---\nx\n\n# Two\n\ny\n\n## Three\n\n# Four\n", chapters: "#one One",
			text1: "p x\nh2 #two Two\np y\nh3 #three Three\nh2 #four Four", diags: "6:1 heading-level (w)"},
		{name: "one file of chapters", alone: true, text: "---\ntitle: All of it\n---\n# Two\n\ny\n\n# Three\n", chapters: "#two Two | #three Three", text1: "p y", diags: "2:8 title-differs (w)"},
		{name: "sections", text: "---\ntitle: One\n---\n## Two\n\ny\n\n## Three\n", chapters: "#one One", text1: "h2 #two Two\np y\nh2 #three Three"},
		{name: "the title as a section", text: "---\ntitle: One\n---\n## One\n\ny\n\n### Three\n", chapters: "#one One", text1: "p y\nh2 #three Three", diags: "4:1 heading-level (w)"},
		{name: "all that is read", text: "---\ntitle: One\nsub_title: ignored\nsubtitle: And *how*\nshortTitle: O\nauthor: A. Cook\ndate: 2024-03-05T10:00:00Z\naliases: [One two, uno]\n" +
			"slug: /posts/my-one/\nnumber: no\ncontents: false\ntags: [Good service, lamps]\naudience: managers, all\nlang: en\ndescription: d\n---\n" + entry,
			chapters: "#my-one One sub=And how by=A. Cook on=5 March 2024 short=O also=One two+uno number=false unlisted=true themes=[service/managers+all]",
			text1:    "entry2 #say-less meme Say less.\n  p x", diags: ""},
		{name: "authors in tables", text: "---\ntitle: One\nauthors:\n  - name: A. Cook\n    email: x\n  - {name: {literal: B. Roe}}\n---\n", chapters: "#one One by=A. Cook and B. Roe"},
		{name: "themes of its own", text: "---\ntitle: One\nthemes: [lamps]\ntags: service\n---\n" + entry, chapters: "#one One themes=[lamps/]", text1: "entry2 #say-less meme Say less.\n  p x"},
		{name: "a draft", text: "---\ntitle: One\ndraft: true\n---\n# One\n\n[^x] {#y}\n", diags: "3:1 file-draft (w)"},
		{name: "not published", text: "---\npublished: False\n---\nx\n", diags: "2:1 file-draft (w)"},
		{name: "by its status", text: "---\nstatus: Draft\n---\nx\n", diags: "2:1 file-draft (w)"},
		{name: "no draft", text: "---\ndraft: false\nstatus: publish\npublished: true\n---\n# One\n", chapters: "#one One"},
		{name: "values that cannot be", text: "---\ntitle: [a]\ndate: soon\nweight: heavy\ndraft: maybe\nlang: Elvish tongue\n---\n# One\n", chapters: "#one One",
			diags: "2:8 front-value (w)\n3:7 front-value (w)\n4:9 front-value (w)\n5:8 front-value (w)\n6:7 front-value (w)"},
		{name: "empty", text: "---\n---\n# One\n", chapters: "#one One"},
		{name: "a break", text: "---\n\n# One\n\nx\n\n---\n\ny\n", chapters: "#one One", text1: "break\np x\nbreak\np y"},
		{name: "a break and a paragraph with a colon", text: "---\n\nNote: x\n\n---\n", chapters: "#one (One)", text1: "break\np Note: x\nbreak"},
		{name: "a heading with a line under it", text: "---\nTitle\n---\n", chapters: "#one (One)", text1: "break\nh2 #title Title"},
		{name: "a blank line before the keys", text: "---\n\ntitle: One\n---\nx\n", chapters: "#one One", text1: "p x"},
		{name: "unclosed", text: "---\ntitle: One\n\nx: y\n\nz\n", chapters: "#one One", text1: "p x: y\np z", diags: "1:1 front-unclosed"},
		{name: "unclosed, and a break below", text: "---\ntitle: One\n\nAnd so it was: he went.\n\n---\n\nz\n", chapters: "#one One", text1: "p And so it was: he went.\nbreak\np z", diags: "1:1 front-unclosed"},
		{name: "blank lines and comments among the keys", text: "---\ntitle: One\n\n# of the site\nslug: x\n\ntags:\n\n  - a\n---\nz\n", chapters: "#x One", text1: "p z"},
		{name: "not YAML", text: "---\ntitle: One: two\n---\n# One\n", chapters: "#one One", diags: "2:1 front-syntax"},
		{name: "not YAML, with a blank line", text: "---\nauthor: x\n\ntitle: @one\n---\n# One\n", chapters: "#one One", diags: "4:1 front-syntax"},
		{name: "twice", text: "---\ntitle: One\ntitle: Two\n---\n# One\n", chapters: "#one One", diags: "3:1 front-syntax"},
		{name: "TOML", text: "+++\ntitle = 'One'\ndate = 2024-03-05\ndraft = false\ntags = ['service']\n[params]\nx = 1\n+++\n" + entry,
			chapters: "#one One on=5 March 2024 themes=[service/]", text1: "entry2 #say-less meme Say less.\n  p x"},
		{name: "JSON", text: "{\n   \"title\": \"One\",\n   \"tags\": [\"a\"],\n   \"draft\": false\n}\n\nx\n", chapters: "#one One", text1: "p x"},
		{name: "braces that are no front matter", text: "{ a brace\n}\n\nx\n", chapters: "#one (One)", text1: "p { a brace }\np x"},
		{name: "both", text: "---\ntitle: One\n---\n\n+++\ncontents = false\n+++\n\nx\n", chapters: "#one One unlisted=true", text1: "p x"},
		{name: "our own keys stay strict", text: "+++\nthemse = ['a']\n+++\n# One\n", chapters: "#one One", diags: "2:1 toml-unknown-key"},
	} {
		for _, ends := range []string{"", "with CRLF", "with a byte order mark"} {
			t.Run(c.name+ends, func(t *testing.T) {
				text := c.text
				switch ends {
				case "with CRLF":
					text = strings.ReplaceAll(text, "\n", "\r\n")
				case "with a byte order mark":
					text = "\uFEFF" + text
				}
				how := how
				how.alone = c.alone
				f := parse("01-one.md", []byte(text), how)
				identify(&book.Book{}, f.chapters)
				var chapters []string
				for _, p := range f.chapters {
					title := book.PlainText(p.chapter.Title)
					if p.chapter.Named {
						title = "(" + title + ")"
					}
					chapters = append(chapters, strings.TrimSpace("#"+p.chapter.ID+" "+title+" "+about(p.chapter)))
				}
				compare(t, "chapters", strings.Join(chapters, " | "), c.chapters)
				if len(f.chapters) > 0 {
					compare(t, "text", dump(f.chapters[0].chapter.Blocks), c.text1)
				}
				compare(t, "diagnostics", summary(f.diags), c.diags)
			})
		}
	}
}

// TestFrontMatterInAnotherLanguage reads a chapter that is in French in an English book.
func TestFrontMatterInAnotherLanguage(t *testing.T) {
	f := parse("01.md", []byte("---\ntitle: Un\nlang: fr_FR\n---\n\nx[^1]\n\n> y\n>\n> -- z\n\n| a |\n|---|\n| b |\n\n[^1]: n\n"), reading{lang: lang.English()})
	compare(t, "chapter", chaptersOf(f), "= Un\np {fr-FR x{note 1 first}}\nquote by {fr-FR z}\n  p {fr-FR y}\ntable [0]\n | {fr-FR a}\n | {fr-FR b}\nnote 1 1: p {fr-FR n}")
}

// TestAuthorInAnotherScript reads a chapter by another than the book's author.
func TestAuthorInAnotherScript(t *testing.T) {
	for author, want := range map[string]string{"Антон Чехов": "#glava Глава by=Антон Чехов", "Лев Толстой": "#glava Глава"} {
		f := parse("01.md", []byte("---\ntitle: Глава\nauthor: "+author+"\n---\n\nx\n"), reading{lang: lang.English(), authors: []string{"Лев Толстой"}})
		c := f.chapters[0].chapter
		compare(t, "chapter", strings.TrimSpace("#"+c.ID+" "+book.PlainText(c.Title)+" "+about(c)), want)
	}
}

func TestParseDate(t *testing.T) {
	want := time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{"2024-03-05", "2024-3-5", "2024-03-05T10:00:00+02:00", "2024-03-05 10:00:00 -0500", "2024/03/05", "March 5, 2024", "Mar 5, 2024", "5 March 2024", "5.3.2024", "Tue, 05 Mar 2024 10:00:00 +0000"} {
		if got, ok := parseDate(s); !ok || !got.Equal(want) {
			t.Errorf("%q: %v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "soon", "2024", "2024-13-45", "`r Sys.Date()`"} {
		if got, ok := parseDate(s); ok {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestIgnoredKeys reads three files with keys of a program for web pages.
func TestIgnoredKeys(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "---\nlayout: post\n---\n# A\n", "b.md": "---\nlayout: page\ntitel: B\n---\n# B\n", "c.md": "# C\n\nx\n"})
	_, diags := Read(dir, book.Contents{All: true})
	compare(t, "diagnostics", located(diags), "manuscript/a.md:2:1 front-key\nmanuscript/b.md:3:1 front-key")
	if got := strings.Join(diags[0].Notes, "; ") + "; " + strings.Join(diags[1].Notes, "; "); !strings.Contains(got, "in 2 files") || !strings.Contains(got, `did you mean "title"`) {
		t.Error(got)
	}
}

// TestHostileFrontMatter reads front matter that is made to take all time or memory.
func TestHostileFrontMatter(t *testing.T) {
	for name, yaml := range map[string]string{"large": "title: " + strings.Repeat("x", 10<<20), "nested": "title: " + strings.Repeat("[", 30_000),
		"dashes": "a: 1\n" + strings.Repeat("- ", 30_000), "keys": strings.Repeat("title: [\n", 7000)} {
		start := time.Now()
		f := parse("a.md", []byte("---\n"+yaml+"\n---\n# A\n"), reading{lang: lang.English()})
		if !f.diags.HasErrors() {
			t.Errorf("%s: no error", name)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}
