// Package preflight tests PDF files of any origin, point by point, against the requirements of a printer or of
// on-screen reading. [Read] reads a file once; [Document.Test] tests it against a profile. The points are a table in
// points.go, with one function each.
//
// Files are untrusted: nothing here panics, and the file's budget bounds time and memory (see package cos).
package preflight

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
)

// Profile is what a file is tested against.
type Profile string

// The profiles.
const (
	Screen Profile = "screen" // read on a screen: linked, tagged, titled
	KDP    Profile = "kdp"    // Amazon KDP, paperback interior
	Ingram Profile = "ingram" // IngramSpark and Lightning Source, interior: PDF/X-1a:2001
	X4     Profile = "x4"     // any printer that takes PDF/X-4
	Cards  Profile = "cards"  // DriveThruCards, a page for each face: PDF/X-1a:2003
)

// Printer returns the id of the printer whose numbers a profile needs, "" for none.
func (p Profile) Printer() string {
	switch p {
	case KDP, Ingram:
		return string(p)
	}
	return ""
}

// remake returns how octavo makes a file for a profile.
func (p Profile) remake() string {
	if p == Cards {
		return "write it with octavo cards export --for drivethru"
	}
	return "build with --profile " + string(p)
}

// Result is the outcome of a point.
type Result string

// The results. A note is advice, or a limit that is only known at second hand; it does not fail a file.
const (
	Pass Result = "pass"
	Note Result = "note"
	Fail Result = "fail"
)

// Point is one thing that was tested.
type Point struct {
	Code   string   `json:"code"`   // stable, for example "fonts-embedded"
	Name   string   `json:"name"`   // the requirement: "all fonts are embedded"
	Result Result   `json:"result"` // pass, note or fail
	Found  string   `json:"found"`  // what the file has
	Pages  []int    `json:"pages"`  // where, counted from 1 in the file, at most a thousand; never nil
	Do     []string `json:"do"`     // what to do; never nil, empty when the point passed
}

// Report is the result of testing a file against a profile.
type Report struct {
	Profile Profile `json:"profile"`
	Printer string  `json:"printer"` // its name; "" when the profile has none
	Pages   int     `json:"pages"`
	Points  []Point `json:"points"`
	Untried bool    `json:"untried"` // the file is encrypted, so that most points could not be tested
}

// Count returns the number of points with a result.
func (r *Report) Count(result Result) int {
	n := 0
	for _, p := range r.Points {
		if p.Result == result {
			n++
		}
	}
	return n
}

// Read reads a PDF file. The error reports that the file cannot be read at all, that it exceeds its budget (see
// cos.Budget), or that the context has ended; damage inside of it is a point of the test. The data must not change
// while the Document is in use.
func Read(ctx context.Context, data []byte) (doc *Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("%w: %v", errHostile, r)
		}
	}()
	f, err := cos.Open(ctx, data)
	if err != nil {
		return nil, err
	}
	doc = &Document{file: f, size: len(data)}
	if !f.Encrypted {
		doc.survey()
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return doc, nil
}

// errHostile replaces a panic of this package, which must not end a build.
var errHostile = errors.New("the file is damaged in a way that cannot be named")

// Test tests the document against a profile. If the printer is nil, points that depend on it are not tested. A Document
// is not safe for concurrent use.
func (d *Document) Test(profile Profile, printer *config.Printer) (*Report, error) {
	s := &subject{Document: d, profile: profile, printer: printer}
	if printer == nil {
		s.printer = &config.Printer{}
	}
	return d.test(s, s.printer.Name)
}

// test tests a subject by all points that apply to it.
func (d *Document) test(s *subject, printer string) (report *Report, err error) {
	defer func() {
		if r := recover(); r != nil {
			report, err = nil, fmt.Errorf("%w: %v", errHostile, r)
		}
	}()
	report = &Report{Profile: s.profile, Printer: printer, Pages: len(d.pages), Untried: d.file.Encrypted}
	for _, r := range s.rulesOf() {
		if d.file.Encrypted && !r.closed {
			continue
		}
		v := r.test(s)
		if v.result == "" {
			continue
		}
		p := Point{Code: r.code, Name: r.name, Result: v.result, Found: v.found, Pages: v.pages, Do: v.do}
		if p.Pages == nil {
			p.Pages = []int{}
		}
		if p.Do == nil {
			p.Do = []string{}
		}
		report.Points = append(report.Points, p)
	}
	if err := d.file.Err(); err != nil {
		return nil, err
	}
	return report, nil
}

// Press returns the printer whose numbers a profile is tested with, out of the tables of styles; nil where the profile has none.
func Press(styles fs.FS, profile Profile) (*config.Printer, diag.List) {
	printers, found := config.LoadPrinters(styles)
	if profile != Cards || found.HasErrors() {
		return printers.Printer(profile.Printer()), found
	}
	table, found := config.LoadCards(styles)
	if s := table.Service("drivethru"); s != nil {
		return s.Press(), found
	}
	return printers.Printer(profile.Printer()), found
}

// TestFile reads a file and tests it against a profile. Name is the file's, for messages.
func TestFile(ctx context.Context, name string, data []byte, profile Profile, printer *config.Printer) (*Report, error) {
	const do = "save it again with the program that made it"
	doc, err := Read(ctx, data)
	if err != nil {
		return nil, cos.Unreadable(name, err, do)
	}
	report, err := doc.Test(profile, printer)
	if err != nil {
		return nil, cos.Unreadable(name, err, do)
	}
	return report, nil
}
