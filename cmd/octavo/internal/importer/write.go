package importer

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/markdown"
	"octavo/cmd/octavo/internal/newbook"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/schema"
	"octavo/cmd/octavo/internal/tomltext"
)

// Folder returns the name of the folder into which a book goes for which none is named.
func (ms *Manuscript) Folder() string {
	title := ms.Title
	if title == "" && len(ms.from) > 0 {
		title = strings.TrimSuffix(ms.from[0], path.Ext(ms.from[0]))
	}
	return book.Slug(title)
}

// Beside says whether a book may be put beside what lies in a folder already.
type Beside bool

// Write writes the book into a folder, which is made if need be, or writes nothing: a folder that holds anything is refused. Today is
// the date of a book that has none.
func (ms *Manuscript) Write(ctx context.Context, dir string, today time.Time) error {
	return ms.WriteInto(ctx, dir, today, false)
}

// WriteInto is [Manuscript.Write] into a folder that may hold something else where beside says so. Nothing is written over: where a
// file of the book would be in the place of another, that is an error.
func (ms *Manuscript) WriteInto(ctx context.Context, dir string, today time.Time, beside Beside) error {
	if !beside {
		if err := mustBeEmpty(ctx, dir); err != nil {
			return err
		}
	}
	d, err := outdir.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer d.Discard()
	if err := d.Lock(ctx, outdir.Patience); err != nil {
		return err
	}
	if !beside {
		if err := mustBeEmpty(ctx, dir); err != nil { // another process may have begun a book meanwhile
			return err
		}
	}
	settings := ms.settings(today) // adds to the report
	files := map[string][]byte{"book.toml": settings}
	for _, c := range ms.Chapters {
		text := ms.file(c)
		if len(text) > manuscript.MaxFile {
			return fmt.Errorf("%s would be a file of more than 16 MB, and no chapter may have so much; divide the source by headings, or import it in parts", c.Name)
		}
		ms.size += len(text)
		files["manuscript/"+c.Name] = text
	}
	for _, p := range slices.Concat(ms.Pictures, ms.lists) {
		files["manuscript/"+p.Name] = p.Data
	}
	files["IMPORT.md"] = ms.report()
	if err := mustBeFree(d, files); err != nil {
		return err
	}
	tools, err := newbook.Tools(ms.title(), ms.Language, newbook.Imported)
	if err != nil {
		return err
	}
	for name, text := range tools {
		if _, err := d.Lstat(name); err != nil { // what is there stays as it is
			files[name] = text
		}
	}
	if err := addAll(d, files); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// mustBeFree refuses files in whose places there is something.
func mustBeFree(d *outdir.Dir, files map[string][]byte) error {
	for _, name := range sortedKeys(files) {
		if _, err := d.Lstat(name); err == nil {
			return fmt.Errorf("%s is there already, and nothing is written over; move it away, or begin in an empty folder", name)
		}
	}
	return nil
}

// writers is the number of files that are written at a time. A disk makes several safe as fast as one.
const writers = 32

// addAll adds files to a set.
func addAll(d *outdir.Dir, files map[string][]byte) error {
	names := sortedKeys(files)
	errs := make([]error, min(writers, len(names)))
	var group sync.WaitGroup
	for w := range errs {
		group.Go(func() {
			for i := w; i < len(names) && errs[w] == nil; i += len(errs) {
				errs[w] = d.Add(names[i], files[names[i]])
			}
		})
	}
	group.Wait()
	return errors.Join(errs...)
}

// mustBeEmpty refuses a folder that holds something that is not for a book, once a book is finished that a killed octavo began to put there.
func mustBeEmpty(ctx context.Context, dir string) error {
	if err := outdir.SettleNamed(ctx, dir); err != nil {
		return err
	}
	root, err := readfile.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot make a book in %s: %w", dir, readfile.Reason(err))
	}
	defer root.Close()
	entries, err := readfile.List(root, ".")
	if err != nil {
		return fmt.Errorf("cannot make a book in %s: %w", dir, readfile.Reason(err))
	}
	for _, e := range entries {
		if e.Name() == "book.toml" {
			return fmt.Errorf("%s is a book already; name a new folder with -o", dir)
		}
	}
	for _, e := range entries {
		if !newbook.May(e.Name()) && !outdir.Temporary(e.Name()) {
			return fmt.Errorf("%s is not empty: it holds %s; name a new folder with -o", dir, e.Name())
		}
	}
	return nil
}

// file returns a chapter's file.
func (ms *Manuscript) file(c *Chapter) []byte {
	if c.Text != nil {
		return c.Text
	}
	var b strings.Builder
	for _, line := range [...][2]string{{"subtitle", quotedYAML(c.Subtitle)}, {"date", c.Date}, {"source", quotedYAML(c.Source)}, {"number", unnumbered(c.Plain)}} {
		if line[1] != "" {
			b.WriteString(line[0] + ": " + line[1] + "\n")
		}
	}
	if front := b.String(); front != "" {
		b.Reset()
		b.WriteString("---\n" + front + "---\n\n")
	}
	b.Write(markdown.Chapter(&book.Chapter{Title: c.Title, ID: c.ID, Blocks: c.Blocks}, markdown.Typed))
	return []byte(b.String())
}

// quotedYAML returns a double-quoted scalar of YAML, which a string of TOML is too; "" for none.
func quotedYAML(s string) string {
	if s == "" {
		return ""
	}
	return tomltext.Quote(s)
}

func unnumbered(plain bool) string {
	if plain {
		return "false"
	}
	return ""
}

// title returns the title of the book, made from the name of its source where that has none.
func (ms *Manuscript) title() string {
	if ms.Title == "" {
		return titleOfName(ms.from[0])
	}
	return ms.Title
}

// settings returns book.toml.
func (ms *Manuscript) settings(today time.Time) []byte {
	var b strings.Builder
	title := ms.title()
	if ms.Title == "" {
		ms.remark(look, nil, "book.toml", "the title is made from the name of the source; write the book's own", title)
	}
	authors := ms.Authors
	if len(authors) == 0 {
		authors = []string{"Your Name"}
		ms.remark(look, nil, "book.toml", "the source does not name an author of the whole book; write the name under authors and rights", "")
	}
	tag := "en-US"
	if parsed, err := language.Parse(ms.Language); err == nil && ms.Language != "" {
		tag = parsed.String()
		if tag == "en" {
			tag = "en-US"
		}
		if _, known := lang.Find(tag); !known {
			ms.remark(look, nil, "book.toml", "octavo has no words of the language of the source; the book is taken for English", ms.Language)
			tag = "en-US"
		}
	} else {
		ms.remark(look, nil, "book.toml", "nothing in the source says which language it is in; it is taken for English", "")
	}
	date := ms.Date
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		date = today.Format(time.DateOnly)
	}
	line := func(key, value, note string) {
		if value != "" {
			fmt.Fprintf(&b, "%s = %s%s\n", key, tomltext.Quote(value), note)
		}
	}
	b.WriteString(schema.Directive() + "# What the book is, what it contains and how it is made. \"octavo explain book.toml\" lists\n# everything that may stand here; IMPORT.md says what has become of the source.\n\n[book]\n")
	line("title", title, "")
	line("subtitle", ms.Subtitle, "")
	fmt.Fprintf(&b, "authors = %s\n", tomlList(authors))
	line("language", tag, "")
	fmt.Fprintf(&b, "date = %s              # of this edition; its year is on the copyright page\n", date)
	line("publisher", ms.Publisher, "")
	rights := ms.Rights
	if rights == "" {
		rights = fmt.Sprintf("© %s %s", date[:4], strings.Join(authors, ", "))
	}
	line("rights", rights, "")
	line("description", ms.Description, "")
	if len(ms.Subjects) > 0 {
		fmt.Fprintf(&b, "subjects = %s\n", tomlList(ms.Subjects))
	}
	if ms.ISBN != "" {
		fmt.Fprintf(&b, "[book.isbn]\nepub = %s\n", tomltext.Quote(ms.ISBN))
	}
	if ms.math {
		b.WriteString("\n[text]\nmath = true                  # dollar signs stand around formulas\n")
	}
	ms.contents(&b)
	if ms.Cover != "" {
		fmt.Fprintf(&b, "\n[epub]\ncover = %s\n", tomltext.Quote(ms.Cover))
	}
	b.WriteString("\n# How the book looks, and who prints it.\n# [print]\n# style = \"modern\"           # \"classic\" is what you get if you say nothing\n# printer = \"kdp\"            # the margins that Amazon's presses ask for\n")
	return []byte(b.String())
}

// contents writes the files in reading order.
func (ms *Manuscript) contents(b *strings.Builder) {
	if ms.ordered && !slices.ContainsFunc(ms.Chapters, func(c *Chapter) bool { return c.Text == nil }) {
		b.WriteString("\n# The files in manuscript/ are in the order of their names, or of the file that orders them.\n# [contents]\n# body = []\n")
		return
	}
	var opening, front, back []string
	type part struct {
		title string
		files []string
	}
	parts := []part{{}}
	for _, c := range ms.Chapters {
		switch {
		case c.Opening:
			opening = append(opening, c.Name)
		case c.Role == book.Front:
			front = append(front, c.Name)
		case c.Role == book.Back:
			back = append(back, c.Name)
		default:
			if c.Part != "" {
				parts = append(parts, part{title: c.Part})
			}
			last := &parts[len(parts)-1]
			last.files = append(last.files, c.Name)
		}
	}
	b.WriteString("\n# The files in manuscript/, in reading order.\n[contents]\n")
	for _, list := range []struct {
		key   string
		files []string
	}{{"opening", opening}, {"front", front}} {
		if len(list.files) > 0 {
			fmt.Fprintf(b, "%s = %s\n", list.key, tomlLines(list.files))
		}
	}
	if len(parts) == 1 {
		fmt.Fprintf(b, "body = %s\n", tomlLines(parts[0].files))
	}
	if len(back) > 0 {
		fmt.Fprintf(b, "back = %s\n", tomlLines(back))
	}
	if len(parts) > 1 {
		for _, p := range parts {
			if len(p.files) == 0 {
				continue
			}
			fmt.Fprintf(b, "\n[[contents.part]]\ntitle = %s\nchapters = %s\n", tomltext.Quote(p.title), tomlLines(p.files))
		}
	}
}

func tomlList(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = tomltext.Quote(v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// tomlLines returns a list of files, a line each where there are many.
func tomlLines(values []string) string {
	if len(values) < 3 {
		return tomlList(values)
	}
	var b strings.Builder
	b.WriteString("[\n")
	for _, v := range values {
		b.WriteString("  " + tomltext.Quote(v) + ",\n")
	}
	b.WriteString("]")
	return b.String()
}
