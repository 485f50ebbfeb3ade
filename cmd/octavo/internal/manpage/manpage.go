// Package manpage writes manual pages in the macros of man(7), which man, mandoc and groff read. [Page.Roff] returns a page's source.
package manpage

import (
	"fmt"
	"strings"
)

// Page is one page of the manual, of section 1.
type Page struct {
	Name     string // octavo-build
	Command  string // octavo build
	Synopsis string // octavo build [flags]
	Short    string // what it does, in a line
	Long     string // the same at length: paragraphs, and lines that are indented and stay as they are
	Commands []Entry
	Options  []Entry
	Global   []Entry // options that the commands above it have too
	Examples string
	Sections []Section
	See      []string // names of pages
	Version  string   // of the program: octavo 1.2.0
	Date     string   // 2026-11-27; "" if it is not known
}

// Entry is a term with its explanation: an option, a command.
type Entry struct {
	Term, Text string
}

// Section is a section of its own, with a list of terms.
type Section struct {
	Title   string
	Entries []Entry
}

// Roff returns the page's source.
func (p *Page) Roff() []byte {
	var w writer
	w.line(`.TH %s 1 "%s" "%s" "octavo manual"`, strings.ToUpper(p.Name), p.Date, p.Version)
	w.section("NAME")
	w.text(p.Name + ` \- ` + escape(p.Short))
	w.section("SYNOPSIS")
	w.text(`\fB` + escape(p.Command) + `\fP` + escape(strings.TrimPrefix(p.Synopsis, p.Command)))
	w.section("DESCRIPTION")
	w.prose(p.Long)
	w.list("COMMANDS", p.Commands)
	w.list("OPTIONS", p.Options)
	w.list("GLOBAL OPTIONS", p.Global)
	if p.Examples != "" {
		w.section("EXAMPLES")
		w.verbatim(strings.Split(p.Examples, "\n"))
	}
	for _, s := range p.Sections {
		w.list(s.Title, s.Entries)
	}
	if len(p.See) > 0 {
		w.section("SEE ALSO")
		for i, name := range p.See {
			comma := ","
			if i == len(p.See)-1 {
				comma = ""
			}
			w.line(`.BR %s (1)%s`, escape(name), comma)
		}
	}
	return w.out
}

// writer appends the lines of a page.
type writer struct {
	out     []byte
	opening bool // a section has begun and has no text yet, so that a paragraph needs no macro
}

func (w *writer) line(format string, args ...any) {
	w.out = fmt.Appendf(w.out, format+"\n", args...)
}

func (w *writer) section(title string) {
	w.line(".SH %s", title)
	w.opening = true
}

// text writes a line that is escaped already and begins with no control character.
func (w *writer) text(s string) {
	w.opening = false
	w.line("%s", s)
}

// paragraph begins one.
func (w *writer) paragraph() {
	if !w.opening {
		w.line(".PP")
	}
	w.opening = false
}

// prose writes paragraphs; lines that begin with spaces stay as they are.
func (w *writer) prose(text string) {
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		lines := strings.Split(strings.Trim(block, "\n"), "\n")
		for len(lines) > 0 {
			n := 1
			for n < len(lines) && indented(lines[n]) == indented(lines[0]) {
				n++
			}
			if indented(lines[0]) {
				w.verbatim(lines[:n])
			} else {
				w.paragraph()
				w.text(startOfLine(escape(strings.Join(lines[:n], "\n"))))
			}
			lines = lines[n:]
		}
	}
}

func indented(line string) bool { return strings.HasPrefix(line, "  ") }

// verbatim writes lines that are not filled.
func (w *writer) verbatim(lines []string) {
	w.paragraph()
	w.line(".nf")
	for _, line := range lines {
		w.text(startOfLine(escape(line)))
	}
	w.line(".fi")
}

func (w *writer) list(title string, entries []Entry) {
	if len(entries) == 0 {
		return
	}
	w.section(title)
	for _, e := range entries {
		w.line(".TP")
		w.text(startOfLine(`\fB` + escape(e.Term) + `\fP`))
		w.text(startOfLine(escape(e.Text)))
	}
}

// escape makes text of s that neither man nor groff reads as anything else. Hyphens stay hyphens as one types them, so that an option
// can be copied.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`, "'", `\(aq`).Replace(s)
}

// startOfLine keeps what begins a line from being a request.
func startOfLine(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
