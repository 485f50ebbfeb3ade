package manuscript

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// A file's settings are printed as words where they are not written as settings: between other lines than +++, with a line of
// +++ missing, in the middle of a paragraph. Nobody means that, so settings looks for such lines among the words of a file.

// settings reports lines that are meant as settings or headings, and takes them out of the words.
func (b *builder) settings(words []byte) {
	s := settingsLines{b: b, source: b.src.Text, words: words}
	for at := 0; at < len(s.source); {
		end := s.line(at)
		for i := at; i < end && i < len(words); i++ {
			if s.reported && words[i] != '\n' {
				words[i] = 0
			}
		}
		s.reported = false
		at = end
	}
}

type settingsLines struct {
	b        *builder
	source   []byte
	words    []byte
	above    []byte // the last line with words above, of the source
	blank    bool   // a blank line is between it and the line at hand
	reported bool   // the lines just read are settings
}

// line reads the line at an offset, and the lines after it that are settings with it. It returns the offset after them.
func (s *settingsLines) line(at int) (end int) {
	whole, _ := lineAt(s.source, at)
	end = at + len(whole)
	line := bytes.TrimSpace(whole)
	if len(line) == 0 {
		s.blank = true
		return end
	}
	above, blank := s.above, s.blank
	s.above, s.blank = line, false
	from := s.printed(at, end)
	if from < 0 {
		return end
	}
	rest := bytes.TrimSpace(s.source[from:end])
	switch {
	case rest[0] == '#' || bytes.HasPrefix(rest, []byte("＃")):
		return s.heading(from, end, rest, blank || above == nil)
	case isFenceLike(rest):
		return s.block(from, end, rest, isFence(whole))
	case isKeyLine(rest):
		return s.keys(from, end, above, blank)
	}
	return end
}

// printed returns the offset of the first byte of a line that is printed as words, -1 if none is or if something else, such as
// code, begins the line.
func (s *settingsLines) printed(at, end int) int {
	for i := at; i < end; i++ {
		switch {
		case s.words[i] > ' ':
			return i
		case s.source[i] > ' ' && strings.IndexByte(">*+-.)|0123456789", s.source[i]) < 0:
			return -1
		}
	}
	return -1
}

// heading reports a line that begins like a heading but has no space behind its signs, and skips its block of settings. A line of
// tags is none, nor is a line in a paragraph that begins with one sign.
func (s *settingsLines) heading(from, end int, line []byte, first bool) int {
	text := bytes.ReplaceAll(line, []byte("＃"), []byte("#"))
	n := 0
	for n < len(text) && text[n] == '#' {
		n++
	}
	next, _ := utf8.DecodeRune(text[n:])
	spaced := next == '\u00A0' || next == '\u3000' || next == ' '
	switch {
	case n > 6, n == len(text), from > 0 && (s.source[from-1] == '\\' || s.source[from-1] == '#'):
		return end
	case !spaced && !isWord(next) && !opens(next) && next != '*' && next != '_' && next != '"' && next != '\'':
		return end
	case !spaced && n == 1 && (!first || next >= '0' && next <= '9' || !bytes.ContainsAny(text, " \t") || bytes.Count(text, []byte("#")) > 1):
		return end
	}
	s.reported = true
	words := strings.TrimSpace(strings.TrimLeft(string(text), "#\u00A0\u3000 "))
	s.b.f.diags.Errorf("heading-space", s.b.pos(from), "a heading needs a space behind its signs").To(from+len(line)).
		Note("write %s %s; or \\# if the sign is meant", text[:n], words).
		Mend(from, from+len(line)-len(bytes.TrimLeft(line, "#＃\u00A0\u3000 ")), string(text[:n])+" ")
	if next, _ := lineAt(s.source, end); isFenceLike(bytes.TrimSpace(next)) {
		return s.end(end + len(next))
	}
	return end
}

// block reports a line that is or looks like the beginning of a block of settings, and skips the block.
func (s *settingsLines) block(from, end int, line []byte, proper bool) int {
	s.reported = true
	stop := s.end(end)
	switch {
	case s.misplaced(from):
	case proper:
		s.b.mendApart(s.b.stray(s.b.pos(from)), from)
	default:
		d := s.b.f.diags.Errorf("block-fence", s.b.pos(from), "%q is no line of +++", line).To(from + len(line)).
			Note("write +++ on a line of its own, with nothing before or after it, above and below the settings")
		s.b.mendFence(d, from, line)
	}
	return stop
}

// misplaced reports whether the block at an offset is reported already.
func (s *settingsLines) misplaced(at int) bool {
	_, found := slices.BinarySearch(s.b.f.misplaced, at)
	return found
}

// keys reports settings whose first line of +++ is missing or is something else.
func (s *settingsLines) keys(from, end int, above []byte, blank bool) int {
	stop := s.end(end)
	run := s.source[from:stop]
	under := above == nil || isSubheading(above) && !blank || isRule(above)
	if !isSettings(run, under) {
		return end
	}
	s.reported = true
	line, _ := cutLine(run)
	d := s.b.f.diags.Errorf("block-fence", s.b.pos(from), "settings that do not stand between lines of +++").To(from+len(bytes.TrimSpace(line))).
		Note("write +++ on lines of their own above and below them, right under the heading%s", asTOML(line))
	s.b.mendKeys(d, from, stop)
	return stop
}

// end returns the offset after the lines of settings from an offset on, with the line that closes them.
func (s *settingsLines) end(at int) int {
	for at < len(s.source) {
		whole, _ := lineAt(s.source, at)
		line := bytes.TrimSpace(bytes.TrimLeft(whole, " \t>")) // in a quotation, too
		switch {
		case len(line) == 0:
			return at
		case isFenceLike(line) || isRule(line):
			return at + len(whole)
		case isSubheading(line):
			return at
		case !isKeyLine(line) && line[0] != '"' && line[0] != ']' && line[0] != '#' && line[0] != '-':
			return at
		}
		at += len(whole)
	}
	return at
}

// isFenceLike reports whether a line is +++, or something that is written in its place: more or fewer signs, wide ones, ones with
// spaces between or words behind them.
func isFenceLike(line []byte) bool {
	if len(line) == 0 || line[0] != '+' && !bytes.HasPrefix(line, []byte("＋")) {
		return false
	}
	text := strings.ReplaceAll(string(line), "＋", "+")
	signs := strings.TrimLeft(text, "+")
	n := len(text) - len(signs)
	word := strings.ToLower(strings.Trim(signs, " \t:{}`.;"))
	return n >= 3 && (word == "" || signs[0] == ' ' || signs[0] == '\t' || word == "toml" || word == "yaml") ||
		n == 1 && strings.ReplaceAll(text, " ", "") == "+++"
}

// isRule reports whether a line is one of hyphens, dashes or other signs that are written in place of +++.
func isRule(line []byte) bool {
	text := strings.TrimSpace(string(line))
	return len(text) >= 3 && strings.Trim(text, "-–—=*_~`") == "" || text == "```toml" || text == "—"
}

// isKeyLine reports whether a line looks like a key with its value, in TOML or in YAML.
func isKeyLine(line []byte) bool {
	n := word(line[:min(len(line), 30)])
	n -= len(line[:n]) - len(bytes.TrimRight(line[:n], ":"))
	if n == 0 || line[0]|0x20 < 'a' || line[0]|0x20 > 'z' {
		return false
	}
	rest := bytes.TrimLeft(line[n:], " \t")
	if len(rest) < 2 {
		return false
	}
	value := bytes.TrimSpace(rest[1:])
	first, _ := utf8.DecodeRune(value)
	switch rest[0] {
	case ':':
		return len(value) > 0 && n+1 < len(line) && line[n] == ':' && (line[n+1] == ' ' || line[n+1] == '\t')
	case '=':
		return strings.ContainsRune("\"“”„'‘’[{", first) || bytes.IndexByte(value, ' ') < 0 && len(value) > 0 && value[0] != '='
	}
	return false
}

// asTOML returns how a line with curly quotes, or one in YAML, is written in TOML, as the end of a piece of advice, or "".
func asTOML(line []byte) string {
	text := strings.TrimSpace(string(line))
	if straight := strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'").Replace(text); straight != text {
		return "; use straight quotes: " + diag.Shortened(straight, 60)
	}
	key, value, ok := strings.Cut(text, ":")
	if key = strings.TrimSpace(key); !ok || strings.ContainsAny(key, "= \"'") {
		return ""
	}
	return fmt.Sprintf("; write %s = %q", strings.ToLower(key), strings.Trim(strings.TrimSpace(value), `"'`))
}

// knownKeys are those of all entries and of the heads of files. The keys of a kind stand beside one of these.
var knownKeys = slices.Concat(book.EntryKeys, headKeys)

// isSettings reports whether lines of keys are meant as settings. A line of prose may have a colon after its first word, so that a
// single line needs a heading or a rule above it and a kind in it, or the form of TOML.
func isSettings(run []byte, under bool) bool {
	known, toml, kinds, lines := 0, 0, 0, 0
	for line := range bytes.Lines(run) {
		if line = bytes.TrimSpace(line); !isKeyLine(line) {
			continue
		}
		lines++
		at := bytes.IndexAny(line, "=:")
		key := strings.ToLower(string(bytes.TrimSpace(line[:at])))
		if slices.Contains(knownKeys, key) {
			known++
		}
		value := bytes.TrimSpace(line[at+1:])
		if first, _ := utf8.DecodeRune(value); line[at] == '=' && (strings.ContainsRune("\"“”„'‘’[{", first) || string(value) == "true" || string(value) == "false") {
			toml++
		}
		if key == "kind" && bytes.IndexByte(value, ' ') < 0 {
			kinds++
		}
	}
	switch {
	case known == 0:
		return false
	case under:
		return toml > 0 || kinds > 0 || known > 1
	}
	return toml > 1 || toml > 0 && kinds > 0 || kinds > 0 && known > 1
}

// codeSettings reports a code block under a heading that holds the settings of an entry.
func (b *builder) codeSettings(n ast.Node) {
	if _, under := n.PreviousSibling().(*ast.Heading); !under || n.Lines().Len() == 0 {
		return
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	text := bytes.TrimSpace(b.source[first.Start:last.Stop])
	line, _ := cutLine(text)
	fenced := isFenceLike(bytes.TrimSpace(line))
	if fenced {
		_, text = cutLine(text)
	}
	if !isSettings(text, true) || !fenced && !isKeyLine(bytes.TrimSpace(line)) {
		return
	}
	d := b.f.diags.Errorf("block-fence", b.pos(first.Start), "settings in a code block are printed as code")
	d.To(b.pos(first.Start + len(bytes.TrimSpace(first.Value(b.source)))).Offset)
	d.Note("%s", fmt.Sprintf("write +++ on lines of their own above and below them, at the left margin, instead of %s", codeMark(n)))
}

// codeMark says what makes a block code.
func codeMark(n ast.Node) string {
	if n.Kind() == ast.KindFencedCodeBlock {
		return "```"
	}
	return "the spaces"
}
