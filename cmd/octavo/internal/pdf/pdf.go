// Package pdf writes pages as a PDF file. Call [Write], or [NewMaster] for many copies.
//
// A Profile says what the file is for (profile.go), which decides how pages are placed on their sheets (frame.go), how
// colours are converted (ink.go) and whether the content is tagged (marks.go, structure.go).
//
// fpdf subsets each font to the glyphs in use (embed.go). It does not support OpenType layout, so it is given a copy of
// the font whose cmap maps just these glyphs (truetype.go), and in the file every glyph has a private code with the
// text it stands for (fontuse.go, tounicode.go). Fonts, page contents (content.go, text.go) and pictures (picture.go)
// are made in parallel; the finisher turns them into objects (finisher.go, catalog.go), and the writer writes these
// (writer.go, pack.go).
package pdf

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/picture"
)

// Write writes doc to w as a PDF file of a profile. The same document gives the same bytes. It does not modify doc,
// which may be written in several profiles at once.
//
// It returns an error if the document has no pages, if it lacks what the profile requires (PDF/X: a title and a date),
// if a link or a bookmark leads to an anchor that is on no page, and if a font or a picture cannot be read. Of two
// anchors with one name the first counts. Pictures are embedded losslessly, except that 16-bit samples with
// transparency become 8 bits, and that a profile may convert colours (see ink.go).
func Write(w io.Writer, doc *page.Document, profile Profile) error {
	_, err := WriteNoting(w, doc, profile)
	return err
}

// WriteNoting is Write, and returns the pictures whose colours the profile changed, in the order of the document.
func WriteNoting(w io.Writer, doc *page.Document, profile Profile) ([]Change, error) {
	f, uses, err := prepare(doc, &profile, nil)
	if err == nil && f.packed {
		err = f.pack()
	}
	if err == nil {
		err = f.write(w)
	}
	if err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	var changes []Change
	for _, p := range uses.pictures {
		if s, ok := p.file.(*samples); ok && s.change != Kept {
			changes = append(changes, Change{p.picture.Name, s.change})
		}
	}
	return changes, nil
}

// prepare makes the objects of the file. The copies supply the contents of the slots.
func prepare(doc *page.Document, profile *Profile, copies []Copy) (*file, *uses, error) {
	if len(doc.Pages) == 0 {
		return nil, nil, errors.New("the document has no pages")
	}
	if err := profile.check(doc); err != nil {
		return nil, nil, err
	}
	uses, err := collect(doc, profile, copies)
	if err != nil {
		return nil, nil, err
	}
	if err := uses.assignCodes(); err != nil {
		return nil, nil, err
	}

	var jobs []func() error
	for _, use := range uses.fonts {
		jobs = append(jobs, func() (err error) {
			if use.embedded, err = embed(use); err != nil {
				err = &FontError{Name: use.font.Name, Err: err}
			}
			return err
		})
	}
	for _, icc := range []struct {
		to   *[]byte
		data []byte
	}{{&uses.cmyk, profile.condition.CMYK}, {&uses.rgb, profile.condition.RGB}} {
		if icc.data != nil {
			jobs = append(jobs, func() (err error) { *icc.to, err = quicklyDeflated(icc.data); return err })
		}
	}
	for _, p := range uses.pictures {
		jobs = append(jobs, func() (err error) {
			if p.file, err = encode(p.picture, profile); err != nil {
				err = &picture.NamedError{Name: p.picture.Name, Err: err}
			}
			return err
		})
	}
	contents := make([]pageContent, len(doc.Pages))
	writers := sync.Pool{New: func() any { return new(contentWriter) }}
	const chunk = 8 // pages a job
	for from := 0; from < len(doc.Pages); from += chunk {
		jobs = append(jobs, func() error {
			c := writers.Get().(*contentWriter)
			defer writers.Put(c)
			return c.makeContents(contents, uses, from, min(from+chunk, len(doc.Pages)))
		})
	}
	if err := inParallel(jobs); err != nil {
		return nil, nil, err
	}
	f := newFile(len(doc.Pages))
	if err := finish(f, doc, uses, contents); err != nil {
		return nil, nil, err
	}
	return f, uses, nil
}

// inParallel runs the jobs, as many at a time as there are processors, and returns the error of the first job in order
// that failed. A panic becomes an error, so that a damaged font or picture cannot end the command.
func inParallel(jobs []func() error) error {
	errs := make([]error, len(jobs))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		group.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(jobs) {
					return
				}
				errs[i] = guarded(jobs[i])
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func guarded(job func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %v", r)
		}
	}()
	return job()
}
