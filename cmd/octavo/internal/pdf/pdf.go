// Package pdf writes pages as a PDF file. Write is all there is to call.
//
// A Profile says whom the file is for (profile.go), and with it how pages lie in their sheets (frame.go), what becomes of
// colours (ink.go) and whether the content is tagged with the document's structure (marks.go, structure.go).
//
// fpdf cuts each font down to the glyphs in use (embed.go). It knows nothing of OpenType, so a font goes to it as a copy
// whose cmap names just these glyphs (truetype.go), and in the file every glyph has a private code with the text it stands
// for (fontuse.go, tounicode.go). Fonts, page contents (content.go, text.go) and pictures (picture.go) are made side by
// side; the finisher puts them into the file's objects (finisher.go, catalog.go), and the writer writes these (writer.go,
// pack.go).
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

// Write writes doc to w as a PDF file of a profile. The same document gives the same bytes. It only reads doc, which may
// be written in several profiles at once.
//
// It is an error when the document has no pages, when it lacks what the profile asks for (PDF/X: a title and a date), when
// a link or a bookmark leads to an anchor that is on no page, and when a font or a picture cannot be read. Of two anchors
// with one name the first counts. Pictures lose nothing on their way but bits: samples of 16 bits with transparency become
// 8 bits, and what a profile takes from them (see ink.go).
func Write(w io.Writer, doc *page.Document, profile Profile) error {
	f, _, err := prepare(doc, &profile, nil)
	if err == nil && f.packed {
		err = f.pack()
	}
	if err == nil {
		err = f.write(w)
	}
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// prepare makes the objects of the file. The copies say what the slots are to hold.
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
			if p.samples, err = encodePicture(p.picture, profile); err != nil {
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

// inParallel does the jobs, as many at a time as there are processors, and gives the error of the first job in order
// that failed. A panic becomes an error: whatever a broken font or picture provokes, the command must outlive it.
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
