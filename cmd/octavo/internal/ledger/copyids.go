package ledger

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/pdftext"
	"octavo/cmd/octavo/internal/watermark"
)

// Limits to the search for marks.
const (
	maxPart    = 64 << 20 // bytes of a file in a package, unpacked
	maxPackage = 4 * maxPart
	maxLooked  = 16 << 20 // bytes of all texts that are looked through for a foot line
	maxMarks   = 1000     // different ids
	maxID      = 100      // bytes of one
)

// marks are the ids that were found, each once, in the order in which they stand.
type marks struct {
	known knownIDs
	ids   []string
	has   map[string]bool
	names map[string]string // of readers, as the pages say them, by id; nil: nobody asks

	looked int // bytes that were looked through for the lines at the feet of pages
}

// Add adds an id if it has the form of one.
func (m *marks) add(ids ...string) {
	for _, id := range ids {
		id = strings.TrimSpace(id)
		if id != "" && len(id) <= maxID && !m.has[id] && len(m.ids) <= maxMarks && printedASCII(id) {
			m.has[id] = true
			m.ids = append(m.ids, id)
		}
	}
}

// read takes the ids that are hidden in a text, and those of the ledger that stand in it.
func (m *marks) read(text string) {
	m.add(watermark.Reveal(text)...)
	m.add(m.known.in(text)...)
	if m.names == nil || m.looked > maxLooked {
		return
	}
	m.looked += min(len(text), feedback.FootLooks*feedback.FootReach)
	if id, owner := feedback.FootOf(text); owner != "" {
		m.add(id)
		m.names[id] = owner
	}
}

// knownIDs are the ids of a ledger by what they begin with: all of a book begin with the same letters, so that a text is
// searched once for all of them.
type knownIDs map[string]map[string]bool

func (l *Ledger) ids() knownIDs {
	known := knownIDs{}
	for i := range l.Copies {
		id := l.Copies[i].ID
		stem := id[:strings.LastIndexByte(id, '-')+1]
		if id == "" {
			continue
		}
		if stem == "" {
			stem = id
		}
		if known[stem] == nil {
			known[stem] = map[string]bool{}
		}
		known[stem][id] = true
	}
	return known
}

// in returns the ids that are in a text, in their order.
func (k knownIDs) in(text string) (found []string) {
	has := map[string]bool{}
	for _, stem := range slices.Sorted(maps.Keys(k)) {
		ids := k[stem]
		var lengths []int
		for id := range ids {
			if !slices.Contains(lengths, len(id)) {
				lengths = append(lengths, len(id))
			}
		}
		slices.Sort(lengths)
		for rest := text; ; rest = rest[len(stem):] {
			i := strings.Index(rest, stem)
			if i < 0 {
				break
			}
			rest = rest[i:]
			for _, n := range lengths {
				if n <= len(rest) && ids[rest[:n]] && !has[rest[:n]] {
					has[rest[:n]] = true
					found = append(found, rest[:n])
				}
			}
		}
	}
	return found
}

// CopyIDs returns the ids that a file has, each once: those in its metadata, those hidden in its text, and those of the ledger
// that can be read in it, as at the foot of every page.
func CopyIDs(ctx context.Context, data []byte, l *Ledger) ([]string, error) {
	ids, _, err := copyIDs(ctx, data, l)
	return ids, err
}

// copyIDs is CopyIDs that also returns the names of readers that the pages say, by id.
func copyIDs(ctx context.Context, data []byte, l *Ledger) ([]string, map[string]string, error) {
	m := &marks{known: l.ids(), has: map[string]bool{}, names: map[string]string{}}
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		err = m.packaged(ctx, data)
	case cos.IsPDF(data):
		err = m.pdf(ctx, data)
	default:
		m.read(string(data))
	}
	if err == nil && len(m.ids) > maxMarks {
		err = fmt.Errorf("it has the marks of more than %d copies, which no copy has", maxMarks)
	}
	if err != nil {
		return nil, nil, err
	}
	return m.ids, m.names, nil
}

// packaged reads an EPUB or a Word file.
func (m *marks) packaged(ctx context.Context, data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	left := int64(maxPackage)
	for _, f := range z.File {
		switch path.Ext(f.Name) {
		case ".opf", ".xhtml", ".html", ".xml":
		default:
			continue
		}
		if err := context.Cause(ctx); err != nil {
			return err
		}
		text, err := unpacked(f, min(maxPart, left))
		if err != nil {
			return err
		}
		left -= int64(len(text))
		m.add(between(text, "urn:octavo:copy:", "<")...)
		if _, rest, ok := strings.Cut(text, `name="octavo:copy"`); ok { // a property of a Word file
			_, rest, _ = strings.Cut(rest, "<vt:lpwstr>")
			id, _, _ := strings.Cut(rest, "<")
			m.add(id)
		}
		m.read(text)
	}
	return nil
}

// unpacked returns a file of a package, of at most so many bytes.
func unpacked(f *zip.File, most int64) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	var text strings.Builder
	switch n, err := io.Copy(&text, io.LimitReader(r, most+1)); {
	case err != nil:
		return "", err
	case n > most:
		return "", fmt.Errorf("more than %d MB come out of %s; no book needs so much", most>>20, diag.Printable(f.Name))
	}
	return text.String(), nil
}

// pdf reads a PDF. What is left of a damaged one may do, so only a file without any id is refused.
func (m *marks) pdf(ctx context.Context, data []byte) error {
	f, err := cos.Open(ctx, data)
	if err != nil {
		return err
	}
	if f.Locked != nil {
		return f.Locked
	}
	if id, ok := f.Text(f.Dict(f.Trailer["Info"])["OctavoCopy"]); ok {
		m.add(id)
	}
	readPages(f, m.read)
	switch damage := f.Damage(); {
	case len(m.ids) > 0:
	case f.Err() != nil:
		return f.Err()
	case len(damage) > 0:
		return fmt.Errorf("it is damaged: %w", damage[0])
	}
	return nil
}

// printedASCII reports whether a text holds only the characters of ids. Other text of a file may not go to a terminal.
func printedASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' })
}

// readPages reads the text of a PDF's pages, letter by letter. A few pages are enough, for every page has the id.
func readPages(f *cos.File, read func(text string)) {
	d := pdftext.Open(f)
	for _, p := range d.Pages[:min(len(d.Pages), 20)] {
		text, err := d.Text(p)
		if err != nil { // what is left of the other pages may do
			continue
		}
		var b strings.Builder
		for _, l := range text.Letters {
			b.WriteString(l.Text)
		}
		read(b.String())
		read(text.Flow)
	}
}

// between returns the texts between two marks.
func between(text, from, to string) (out []string) {
	for {
		_, rest, ok := strings.Cut(text, from)
		if !ok {
			return out
		}
		var inner string
		if inner, text, ok = strings.Cut(rest, to); !ok {
			return out
		}
		out = append(out, inner)
	}
}
