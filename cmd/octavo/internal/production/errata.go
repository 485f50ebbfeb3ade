package production

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/errata"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// Editions returns the two states of a book that a range names: "v1..v2", or "v1" and "v1.." for the book as it is now. A state is a
// revision of git, the id of a review copy or of its snapshot, or a folder with a book. The pages of the old edition are those of its
// page map, if one is named: they are as they were printed, even if octavo would set them in another way today. Otherwise the state is
// set again, or, for a review copy, taken from the map that was kept.
func Editions(ctx context.Context, p *project.Project, revisions, mapFile string) (old, now *errata.Edition, err error) {
	from, to := cutRange(revisions)
	if old, err = edition(ctx, p, from, mapFile); err != nil {
		return nil, nil, err
	}
	if now, err = edition(ctx, p, to, ""); err != nil {
		return nil, nil, err
	}
	return old, now, nil
}

// cutRange splits "v1..v2" at its dots. Those of a path such as "../old" are passed over.
func cutRange(text string) (from, to string) {
	for at := 0; ; {
		i := strings.Index(text[at:], "..")
		if i < 0 {
			return text, ""
		}
		i += at
		if rest := text[i+2:]; i > 0 && !strings.ContainsAny(text[i-1:i], `/\`) && !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, `\`) {
			return text[:i], rest
		}
		at = i + 2
	}
}

// edition returns the state of a name, "" for the book as it is now.
func edition(ctx context.Context, p *project.Project, name, mapFile string) (*errata.Edition, error) {
	e := &errata.Edition{Name: name}
	if mapFile != "" {
		data, err := readfile.Named(mapFile, maxMapFile)
		if err == nil {
			e.Pages, err = pagemap.ReadRecord(bytes.NewReader(data))
		}
		if err != nil {
			return nil, fmt.Errorf("cannot read the page map %s: %w", mapFile, readfile.Reason(err))
		}
	}
	if name == "" {
		return e, ofProject(e, p, "the book")
	}
	l, err := ledger.Read(p.Root)
	if err != nil {
		return nil, err
	}
	for i := range l.Copies {
		if c := &l.Copies[i]; (c.ID == name || c.Snapshot == name) && c.Layout != config.ManuscriptLayout {
			return e, ofCopy(e, p, c)
		}
	}
	if info, err := os.Stat(filepath.Join(name, config.File)); err == nil && info.Mode().IsRegular() {
		other, err := project.Open(ctx, name, project.Silent)
		if err != nil {
			return nil, err
		}
		defer other.Close()
		return e, ofProject(e, other, "the book in "+name)
	}
	other, err := project.OpenRevision(ctx, p.Dir, name)
	if err != nil {
		return nil, fmt.Errorf("cannot take the book as of %q: %w; a state is a revision of git, the id of a review copy, or a folder", name, err)
	}
	defer other.Close()
	return e, ofProject(e, other, fmt.Sprintf("the book at %q", name))
}

// maxMapFile is more than any page map has, in bytes.
const maxMapFile = 256 << 20

// ofProject takes an edition from a project, and sets its pages where they are not known.
func ofProject(e *errata.Edition, p *project.Project, what string) error {
	if p.Cfg == nil || p.Book == nil || len(p.Book.Chapters()) == 0 {
		if len(p.Found) > 0 {
			return fmt.Errorf("%s cannot be read: %s: %s", what, p.Found[0].Pos, p.Found[0].Message)
		}
		return fmt.Errorf("%s has no chapters", what)
	}
	if e.Book = p.Book; e.Pages != nil {
		return nil
	}
	if p.Fonts == nil {
		return fmt.Errorf("%s cannot be set: its fonts cannot be read; name the page map of its build with --map", what)
	}
	in := p.Interior()
	if in.Pages == nil {
		return fmt.Errorf("%s cannot be set; name the page map of its build with --map", what)
	}
	e.Pages = p.Record(in.Pages)
	return nil
}

// ofCopy takes an edition from what was kept of a review copy.
func ofCopy(e *errata.Edition, p *project.Project, c *ledger.Copy) error {
	bk, err := p.ReadSnapshot(c.Snapshot)
	if err != nil {
		return fmt.Errorf("cannot read the manuscript of the review copy %s: %w", c.ID, err)
	}
	if e.Book = bk; e.Pages != nil {
		return nil
	}
	if e.Pages, err = project.ReadPagemap(p.Root, ledger.MapOf(c)); err != nil {
		return fmt.Errorf("cannot read the page map of the review copy %s: %w", c.ID, readfile.Reason(err))
	}
	return nil
}

// ErratumSlip returns the PDF of a slip that lists the errors of a printed edition in the style of the book.
func ErratumSlip(p *project.Project, rows []errata.Row) ([]byte, error) {
	if p.Fonts == nil {
		return nil, errors.New("cannot set an erratum slip: the fonts of the book's style cannot be read; octavo check says more")
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, errata.Slip(p.Cfg, p.Fonts, rows), pdf.Screen); err != nil {
		return nil, fmt.Errorf("cannot make the erratum slip: %w", err)
	}
	return out.Bytes(), nil
}
