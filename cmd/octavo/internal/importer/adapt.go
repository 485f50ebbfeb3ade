package importer

import (
	"bytes"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/dialect"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/manuscript"
)

// adapted returns a file of Markdown in the forms that octavo reads: markup of other programs becomes what it means, and what means
// nothing on paper is left out. Each change is told in IMPORT.md.
func (ms *Manuscript) adapted(c *Chapter, name string, text []byte) []byte {
	a := &adapter{ms, c, name}
	text = a.fences(text)
	text = a.withoutEmoji(text)
	text = outsideCode(text, func(part []byte) []byte { return outsideSpans(part, a.shortcodes) })
	text = outsideCode(text, a.lines)
	for range mostPasses {
		clean, found := manuscript.Foreign(c.Name, text)
		next := a.converted(clean, found)
		if bytes.Equal(next, text) {
			break
		}
		text = next
	}
	return text
}

// mostPasses is how often a file is looked through: markup may stand inside markup.
const mostPasses = 4

// adapter adapts one file.
type adapter struct {
	ms   *Manuscript
	c    *Chapter
	name string // of the source
}

func (a *adapter) tell(s section, what, words string) {
	a.ms.remark(s, a.c, a.name, what, words)
}

// sections says where IMPORT.md tells of a change.
var sections = sync.OnceValue(func() map[dialect.Change]section {
	return map[dialect.Change]section{dialect.Dropped: leftOut, dialect.Converted: changed, dialect.Shown: look}
})

// converted writes the findings in a text in the forms of octavo.
func (a *adapter) converted(text []byte, found []dialect.Finding) []byte {
	var out bytes.Buffer
	var converter dialect.Converter
	at := 0
	for _, f := range found {
		if f.Start < at || f.End > len(text) {
			continue
		}
		was := string(text[f.Start:f.End])
		words, change := converter.Convert(f.Kind, was)
		a.ms.math = a.ms.math || converter.Math
		if change == dialect.Kept {
			continue
		}
		what, _, _ := strings.Cut(f.Name, ": ")
		if change == dialect.Shown {
			what += ", whose words are set as they are; " + f.Advice
		}
		a.tell(sections()[change], what, was)
		start, end := f.Start, f.End
		if words == "" {
			start, end = wholeLine(text, start, end)
			start = max(start, at)
		}
		out.Write(text[at:start])
		out.WriteString(words)
		at = end
	}
	out.Write(text[at:])
	return out.Bytes()
}

// wholeLine returns the bounds of the lines in which nothing but blanks stands around a range, its line end too, or else the range
// without one of the blanks around it.
func wholeLine(text []byte, start, end int) (int, int) {
	from := bytes.LastIndexByte(text[:start], '\n') + 1
	to := len(text)
	if n := bytes.IndexByte(text[end:], '\n'); n >= 0 {
		to = end + n + 1
	}
	if len(bytes.TrimSpace(text[from:start])) == 0 && len(bytes.TrimSpace(text[end:to])) == 0 {
		return from, to
	}
	if start > 0 && text[start-1] == ' ' && (end == len(text) || bytes.IndexByte([]byte(" \n.,;:!?"), text[end]) >= 0) {
		start--
	}
	return start, end
}

// fences adapts the blocks of code that programs run or answer: chunks of notebooks become code, notes become divisions, queries are
// left out.
func (a *adapter) fences(text []byte) []byte {
	var out [][]byte
	var sign, closing string
	drop := false
	for _, line := range bytes.SplitAfter(text, []byte("\n")) {
		trimmed := strings.TrimSpace(string(line))
		if sign != "" {
			switch ends := strings.HasPrefix(trimmed, sign) && strings.Trim(trimmed, sign[:1]) == ""; {
			case ends && drop:
				sign = ""
			case ends && closing != "":
				out, sign = append(out, []byte(closing+"\n")), ""
			case ends:
				out, sign = append(out, line), ""
			case !drop && !(closing != "" && strings.HasPrefix(trimmed, ":") && strings.Count(trimmed, ":") > 1): // options of a directive
				out = append(out, line)
			}
			continue
		}
		m := openFence().FindStringSubmatch(trimmed)
		if m == nil || !bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte(m[1])) {
			out = append(out, line)
			continue
		}
		sign, closing, drop = m[1], "", false
		switch info := m[2]; {
		case queryFence().MatchString(info):
			drop = true
			a.tell(leftOut, "queries that a program answers", info)
		case noteFence().MatchString(info):
			m := noteFence().FindStringSubmatch(info)
			closing = ":::"
			a.tell(changed, "notes in blocks of code are set off as notes", info)
			line = []byte("::: " + strings.TrimSpace(strings.ToLower(m[1])+" "+m[2]) + "\n")
		case runFence().MatchString(info):
			a.tell(look, "code that a notebook runs is set as code, without what it makes", info)
			line = []byte(sign + runFence().FindStringSubmatch(info)[1] + "\n")
		}
		if !drop {
			out = append(out, line)
		}
	}
	return bytes.Join(out, nil)
}

var (
	openFence  = lazyregexp.New("^(```+|~~~+)[ \t]*([^`]*)$")
	queryFence = lazyregexp.New(`^(?:dataview|dataviewjs|query|tasks|button)\b`)
	noteFence  = lazyregexp.New(`^(?:\{(?i:(note|tip|warning|caution|important|danger|attention|hint|admonition|seealso))\}|ad-(?:\w+))[ \t]*(.*)$`)
	runFence   = lazyregexp.New(`^\{[.=]?(\w+)[^}]*\}`)
	runSpan    = lazyregexp.New("`(?:r |\\{\\w+\\} )([^`\n]+)`")
)

// lines adapts what takes a line of its own, or stands in code: the list item that kramdown replaces by the contents, signs alone, which
// typists write between scenes, attributes of Markua before what they belong to, and code that a notebook runs.
func (a *adapter) lines(part []byte) []byte {
	part = runSpan().ReplaceAllFunc(part, func(m []byte) []byte {
		a.tell(look, "code that a notebook runs is set as code, without what it makes", string(m))
		return runSpan().ReplaceAll(m, []byte("`$1`"))
	})
	part = contentsItem().ReplaceAllFunc(part, func(m []byte) []byte {
		a.tell(leftOut, "a mark for the table of contents", string(bytes.TrimSpace(m)))
		return nil
	})
	part = markuaLine().ReplaceAllFunc(part, func(m []byte) []byte {
		sub := markuaLine().FindSubmatch(m)
		if !markuaPair().Match(sub[1]) { // {aside}, {blurb}
			return m
		}
		a.tell(changed, "attributes of Markua stand behind what they belong to", "{"+string(sub[1])+"}")
		return []byte(markuaBehind(string(sub[1]), string(sub[2])))
	})
	return sceneSign().ReplaceAllFunc(part, func(m []byte) []byte {
		a.tell(changed, "a sign alone on its line is a break between scenes", string(bytes.TrimSpace(m)))
		return []byte("* * *")
	})
}

var (
	// contentsItem matches the list of one item that kramdown replaces by the contents, whatever its words are.
	contentsItem = lazyregexp.New(`(?m)^ {0,3}(?:[*+-]|1\.) [^\n]*\n\{:\s*toc\b[^}\n]*\}[ \t]*$`)
	sceneSign    = lazyregexp.New(`(?m)^ {0,3}(?:#|~|~ ~ ~|⁂|•|§|◊|-\*-|o0o|oOo)[ \t]*$`)
	markuaLine   = lazyregexp.New(`(?m)^\{([^{}\n]+)\}\n(#{1,6} [^\n]+|!\[[^\]\n]*\]\([^)\n]*\))$`)
	markuaPair   = lazyregexp.New(`(?:^|[,\s])(?:#([\w-]+)|([\w-]+)\s*[:=]\s*(?:"([^"]*)"|([^,\s"]+)))`)
	markuaPic    = lazyregexp.New(`^!\[([^\]]*)\]\(([^)\s]*)\)$`)
)

// markuaBehind returns a heading or a picture with the attributes that stand on the line before it in Markua. What a picture has in its
// brackets is its caption there.
func markuaBehind(attributes, line string) string {
	values := map[string]string{}
	for _, m := range markuaPair().FindAllStringSubmatch(attributes, -1) {
		if m[1] != "" {
			values["id"] = m[1]
		} else {
			values[m[2]] = m[3] + m[4]
		}
	}
	var behind []string
	if id := values["id"]; id != "" {
		behind = append(behind, "#"+id)
	}
	pic := markuaPic().FindStringSubmatch(line)
	if pic != nil {
		if width := values["width"]; width != "" {
			behind = append(behind, "width="+width)
		}
		alt, caption := values["alt"], pic[1]
		if alt == "" {
			alt = caption
		}
		line = "![" + alt + "](" + pic[2] + ")"
		if caption != "" {
			line = strings.TrimSuffix(line, ")") + " \"" + strings.ReplaceAll(caption, `"`, `\"`) + "\")"
		}
	}
	switch {
	case len(behind) == 0:
		return line
	case pic == nil:
		return line + " {" + strings.Join(behind, " ") + "}"
	}
	return line + "{" + strings.Join(behind, " ") + "}"
}

// emoji are pictures among the characters that no font of octavo has.
var emoji = lazyregexp.New(`(?:[\x{1F000}-\x{1FAFF}\x{2705}\x{270A}\x{270B}\x{2728}\x{274C}\x{274E}\x{2753}-\x{2755}\x{2795}-\x{2797}\x{27B0}\x{27BF}][\x{FE0E}\x{FE0F}\x{200D}\x{2640}\x{2642}]*)+ ?|\x{FE0F}`)

// withoutEmoji removes the pictures that no font of octavo has.
func (a *adapter) withoutEmoji(text []byte) []byte {
	return emoji().ReplaceAllFunc(text, func(m []byte) []byte {
		if sign := strings.TrimSpace(string(m)); sign != "\uFE0F" {
			a.tell(leftOut, "emoji, which no font of octavo has", sign)
		}
		return nil
	})
}
