package manuscript

import (
	"bytes"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
	"octavo/cmd/octavo/internal/yamltext"
)

// What is wrong with settings, and can be put right in one way, is mended by octavo check --fix.

// isTOML reports whether a part of the source is settings, keys with their values, or would be with straight quotation marks.
func (b *builder) isTOML(start, end int) bool {
	tree := map[string]any{}
	text := strings.ReplaceAll(string(b.source[start:end]), "\r\n", "\n")
	if tomltext.Decode(text, &tree) == nil {
		return len(tree) > 0
	}
	_, ok := tomltext.Straighten(text)
	return ok
}

// mendUnclosed closes a block: by a line that stands for the one that is missing, or with a new one behind its last key.
func (b *builder) mendUnclosed(d *diag.Diagnostic, n *tomlNode) {
	for at := n.start; at < n.end; {
		line, _ := lineAt(b.source, at)
		if word := bytes.TrimSpace(line); (isFenceLike(word) && onlySigns(word) || isRule(word)) && b.isTOML(n.start, at) {
			from := at + bytes.Index(line, word)
			d.Mend(from, from+len(word), "+++")
			return
		}
		at += len(line)
	}
	if n.end > n.start && b.source[n.end-1] == '\n' && b.isTOML(n.start, n.end) {
		d.Mend(n.end, n.end, "+++\n")
	}
}

// onlySigns reports whether nothing is lost when a line that is like a fence becomes one.
func onlySigns(line []byte) bool {
	word := bytes.ToLower(bytes.Trim(line, "+＋ \t"))
	return len(word) == 0 || string(word) == "toml"
}

// mendQuotes makes the curly quotation marks of settings straight; the settings begin at an offset of the file.
func mendQuotes(d *diag.Diagnostic, source string, start int) {
	if curlies, ok := tomltext.Straighten(source); ok {
		for _, c := range curlies {
			d.Mend(start+c.At, start+c.End, c.Straight)
		}
	}
}

// takesBlock reports whether a block may begin at an offset: under a heading, or at the head of the file.
func (b *builder) takesBlock(at int) bool {
	if at > 0 && b.source[at-1] != '\n' {
		return false
	}
	above := b.source[:at]
	line := above[bytes.LastIndexByte(bytes.TrimSuffix(above, []byte("\n")), '\n')+1:]
	return len(bytes.TrimSpace(above)) == 0 || isSubheading(line)
}

// mendFence makes a line that is like one of +++ one of them.
func (b *builder) mendFence(d *diag.Diagnostic, from int, line []byte) {
	if onlySigns(line) && b.takesBlock(from) {
		d.Mend(from, from+len(line), "+++")
	}
}

// mendApart takes away the blank lines between a heading and its block.
func (b *builder) mendApart(d *diag.Diagnostic, from int) {
	at := len(bytes.TrimRight(b.source[:from], " \t\r\n"))
	if n := bytes.IndexByte(b.source[at:from], '\n'); n >= 0 && isSubheading(b.source[bytes.LastIndexByte(b.source[:at], '\n')+1:at]) {
		d.Mend(at+n+1, from, "")
	}
}

// mendKeys puts settings between lines of +++: keys from an offset to another, where the line that closes them may be something else.
func (b *builder) mendKeys(d *diag.Diagnostic, from, stop int) {
	body := stop
	last := bytes.LastIndexByte(bytes.TrimRight(b.source[from:stop], "\r\n"), '\n') + 1 + from
	if line := bytes.TrimSpace(b.source[last:stop]); isFenceLike(line) && onlySigns(line) || isRule(line) {
		body = last
	}
	if !b.isTOML(from, body) || b.source[body-1] != '\n' {
		return
	}
	above := bytes.LastIndexByte(b.source[:max(from-1, 0)], '\n') + 1 // the line above
	line := bytes.TrimSpace(b.source[above:from])
	switch ruled := from > 0 && (isRule(line) || isFenceLike(line) && onlySigns(line)); {
	case ruled && b.takesBlock(above):
		d.Mend(above, above+len(bytes.TrimRight(b.source[above:from], "\r\n")), "+++")
	case !ruled && b.takesBlock(from):
		d.Mend(from, from, "+++\n")
	default:
		return
	}
	if body == stop {
		d.Mend(stop, stop, "+++\n")
	} else {
		d.Mend(body, body+len(bytes.TrimRight(b.source[body:stop], "\r\n")), "+++")
	}
}

// mendFront closes front matter behind its last key.
func (b *builder) mendFront(d *diag.Diagnostic, n *frontNode) {
	yaml := b.source[n.start:n.end]
	tree, err := yamltext.Parse(string(yaml))
	if err == nil && tree.Kind == yamltext.Map && len(yaml) > 0 && yaml[len(yaml)-1] == '\n' {
		d.Mend(n.end, n.end, "---\n")
	}
}

// maxAddress is how far from the place of a picture its address is looked for.
const maxAddress = 2000

// mendLetters writes the address of a picture in the letters of its file, whose path ends as the address does but for these.
func mendLetters(d *diag.Diagnostic, img *book.Image, is string) {
	n := len(is) - len(img.Path)
	if n < 0 || !img.Pos.IsValid() || !strings.EqualFold(is[n:], img.Path) {
		return
	}
	rest := img.Pos.Source.Text[min(img.Pos.Offset, len(img.Pos.Source.Text)):]
	if at := bytes.Index(rest[:min(len(rest), maxAddress)], []byte(img.Path)); at >= 0 {
		at += img.Pos.Offset
		d.Mend(at, at+len(img.Path), is[n:])
	}
}
