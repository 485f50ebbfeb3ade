package dialect

import (
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/formula"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// Change is what a [Converter] makes of a piece of markup.
type Change int

const (
	Kept      Change = iota // there is no other form for it
	Dropped                 // it says nothing to a reader, or is not meant for readers
	Converted               // it is written in another form
	Shown                   // its words are kept, without the meaning of its signs: the author has to look at it
)

// Converter writes the markup that [Find] finds in a file in a form that octavo reads. Words that are meant for readers stay.
type Converter struct {
	Math bool // a formula was kept: the book is to be read with them

	examples map[string]string // numbers of Pandoc's examples by their labels
	counted  int
}

// Convert returns what is to stand in place of a finding whose bytes are text.
func (c *Converter) Convert(k *Kind, text string) (string, Change) {
	switch k {
	case comment, commentLine, ulyssesComment, ulyssesDeleted, templater, template, include, liquid, shortcode, placeholder, contents,
		latexIndex, refLabel, field, markua, org, kramdown, blockID, emoji, abbr, wordpress, Script, Attributes:
		return "", Dropped
	case critic:
		return accepted(text)
	case metadata:
		return frontMatter(text), Converted
	case math, dollars:
		return c.formula(text)
	case latex:
		return command(text)
	case environment, asciidoc, textile, role, crossRef:
		return code(text), Shown
	case latexCite:
		return `\[` + strings.Join(braced().FindStringSubmatch(text)[1:], "") + `\]`, Shown
	case citation:
		return strings.NewReplacer("[", `\[`, "]", `\]`, "-@", "", "@", "").Replace(text), Shown
	case inTextCite:
		return strings.ReplaceAll(text, "@", ""), Shown
	case example:
		return c.example(text), Converted
	case pageBreak:
		return "<!-- pagebreak -->", Converted
	case heading, admonition:
		return wikiHeading(text), Converted
	case wikiBold:
		return "**" + strings.Trim(text, "'") + "**", Converted
	case wikiItalic:
		return "*" + strings.Trim(text, "'") + "*", Converted
	case texQuotes:
		return `"` + strings.Trim(text, "`'") + `"`, Converted
	case bbcode:
		return bbMarks[strings.ToLower(strings.Trim(text, "[]/"))], Converted
	case label:
		words, _, _ := strings.Cut(strings.TrimLeft(text, "!["), "]")
		return words, Shown
	case spaced:
		return spacedLink().ReplaceAllString(text, "$1<$2>)"), Converted
	case DrawnTable:
		if table, ok := barTable(text); ok {
			return table, Converted
		}
		return code(text), Shown
	case EmbeddedNote:
		return strings.TrimPrefix(text, "!"), Converted
	case Tag:
		return "", Converted
	}
	return text, Kept
}

// Tag is a tag of HTML that has no form in a book; the words around it have one.
var Tag = &Kind{"a tag that has no form on paper", "delete it", true}

// Attributes are attributes in braces that belong to nothing.
var Attributes = &Kind{"attributes in braces that belong to nothing", "delete them", true}

// Script is a program for browsers: modules that a page of MDX imports and exports.
var Script = &Kind{"a line of a program, as in MDX: it would be printed", "delete it", true}

var (
	braced     = lazyregexp.New(`\{([^{}]*)\}?`)
	spacedLink = lazyregexp.New(`(?s)^(.*\]\()(.*)\)$`)
	wikiSigns  = lazyregexp.New(`^(=+)\s*(.*?)\s*=*$`)
)

// frontMatter returns the head of a file in MultiMarkdown, or the title, the authors and the date of one in Pandoc, as front matter.
func frontMatter(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	percents := []string{"title", "author", "date"}
	for i, line := range lines {
		if words, ok := strings.CutPrefix(line, "%"); ok {
			if i < len(percents) {
				lines[i] = percents[i] + ": " + strconv.Quote(strings.TrimSpace(words))
			}
			continue
		}
		if key, value, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, " ") {
			lines[i] = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(key)), " ", "_") + ": " + strconv.Quote(strings.TrimSpace(value))
		}
	}
	return "---\n" + strings.Join(lines, "\n") + "\n---"
}

// accepted returns tracked changes of CriticMarkup as they would be accepted.
func accepted(text string) (string, Change) {
	if len(text) < 6 {
		return text, Kept
	}
	inside := text[3 : len(text)-3]
	switch text[:3] {
	case "{--", "{>>":
		return "", Dropped
	case "{~~":
		_, after, _ := strings.Cut(inside, "~>")
		return after, Converted
	}
	return inside, Converted // added or marked
}

// formula keeps mathematics that octavo can set, and shows other as code, whose words and signs stay as they are.
func (c *Converter) formula(text string) (string, Change) {
	inside := mathInside(text)
	if _, err := formula.Parse(inside); err != nil {
		return mathCode(text, inside), Shown
	}
	c.Math = true
	switch {
	case strings.HasPrefix(text, "$"):
		return text, Kept
	case strings.HasPrefix(text, `\[`):
		return "$$" + inside + "$$", Converted
	}
	return "$" + inside + "$", Converted
}

// mathInside returns mathematics without the signs around it.
func mathInside(text string) string {
	inside := strings.TrimSpace(strings.Trim(text, "$"))
	for _, signs := range [...][2]string{{`\(`, `\)`}, {`\[`, `\]`}} {
		if strings.HasPrefix(inside, signs[0]) && strings.HasSuffix(inside, signs[1]) {
			inside = strings.TrimSpace(inside[2 : len(inside)-2])
		}
	}
	return inside
}

func mathCode(text, inside string) string {
	if strings.HasPrefix(text, "$$") && strings.Contains(text, "\n") {
		return "```\n" + inside + "\n```"
	}
	return code(inside)
}

// code returns text as code in a line, or as a block of code if it has several lines.
func code(text string) string {
	switch {
	case strings.Contains(text, "\n"):
		return "```\n" + text + "\n```"
	case strings.Contains(text, "`"):
		return "`` " + text + " ``"
	}
	return "`" + text + "`"
}

// commandMarks are commands of LaTeX around words that Markdown has marks for.
var commandMarks = sync.OnceValue(func() map[string][2]string {
	return map[string][2]string{
		"emph": {"*", "*"}, "textit": {"*", "*"}, "textsl": {"*", "*"}, "textbf": {"**", "**"}, "texttt": {"`", "`"}, "footnote": {"^[", "]"},
		"textsc": {"[", "]{.smallcaps}"}, "underline": {"[", "]{.underline}"}, "uline": {"[", "]{.underline}"}, "textsuperscript": {"^", "^"},
		"textsubscript": {"~", "~"}, "enquote": {`"`, `"`}, "chapter": {"# ", ""}, "section": {"## ", ""}, "subsection": {"### ", ""},
		"text": {"", ""}, "mbox": {"", ""}, "url": {"<", ">"},
	}
})

// commandWords are commands of LaTeX that stand for words or signs, or for nothing.
var commandWords = sync.OnceValue(func() map[string]string {
	return map[string]string{"LaTeX": "LaTeX", "TeX": "TeX", "ldots": "…", "dots": "…", "textbackslash": `\\`, "ss": "ß", "oe": "œ", "ae": "æ",
		"noindent": "", "par": "", "bigskip": "", "medskip": "", "smallskip": "", "tableofcontents": "", "maketitle": "", "hfill": "", "vfill": "",
		"centering": "", "mainmatter": "", "frontmatter": "", "backmatter": "", "appendix": "", "printindex": "", "listoffigures": "", "listoftables": "",
		"label": "", "vspace": "", "hspace": "", "usepackage": ""}
})

var commandParts = lazyregexp.New(`(?s)^\\([A-Za-z]+)\*?(?:\[[^\]]*\])?(?:\{(.*)\})?$`)

// command returns a command of LaTeX in Markdown, or as code.
func command(text string) (string, Change) {
	m := commandParts().FindStringSubmatch(text)
	if m == nil {
		return code(text), Shown
	}
	if marks, ok := commandMarks()[m[1]]; ok && m[2] != "" {
		return marks[0] + m[2] + marks[1], Converted
	}
	words, ok := commandWords()[m[1]]
	switch {
	case ok && words == "":
		return "", Dropped
	case ok:
		return words, Converted
	}
	return code(text), Shown
}

// example returns a numbered example of Pandoc, or a reference to one, with its number.
func (c *Converter) example(text string) string {
	name := strings.Trim(text, "(@) \t")
	if number := c.examples[name]; number != "" && name != "" {
		return "(" + number + ")"
	}
	c.counted++
	number := strconv.Itoa(c.counted)
	if c.examples == nil {
		c.examples = map[string]string{}
	}
	c.examples[name] = number
	return "(" + number + ")"
}

// wikiHeading returns a heading between equals signs with the signs of Markdown. A tab of MkDocs becomes words in bold.
func wikiHeading(text string) string {
	m := wikiSigns().FindStringSubmatch(text)
	if m == nil {
		return text
	}
	if title := strings.Trim(m[2], `"`); title != m[2] {
		return "**" + title + "**"
	}
	return strings.Repeat("#", min(len(m[1]), 6)) + " " + m[2]
}

// bbMarks are the signs of Markdown for tags of BBCode.
var bbMarks = map[string]string{"b": "**", "i": "*", "s": "~~"}
