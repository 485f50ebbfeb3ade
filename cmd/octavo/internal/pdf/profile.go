package pdf

import (
	"fmt"

	"octavo/cmd/octavo/internal/page"
)

// Profile says what a file is for, and so which features it has: it is one of Plain, Screen, KDP, Ingram, DriveThru and
// the result of X4. The pages look the same in all of them, except for the colours of pictures.
type Profile struct {
	Name     string // as book.toml and the command line name it
	version  string // of PDF
	packed   bool   // small objects are in object streams, which PDF has from 1.5 on
	links    bool   // links, bookmarks and window settings for on-screen readers
	tagged   bool   // tagged for PDF/UA-1, if the document has a structure
	metadata bool   // an XMP packet
	bleed    bleed
	flat     bool // no picture is transparent
	inks     bool // pictures are grey or CMYK, in samples of 8 bits at most
	limit    int  // of all inks together on one place, in percent; 0: none
	second   SecondInk
	standard standard

	condition Condition
}

// bleed selects the edges of a page that bleed.
type bleed uint8

const (
	noBleed    bleed = iota // the page is cut at its trim
	outerBleed              // not at the spine
	wholeBleed
)

// SecondInk is how a file has the second ink of a document.
type SecondInk uint8

// The ways to have a second ink.
const (
	SeenInk    SecondInk = iota // in the parts that a screen shows
	ProcessInk                  // in the parts that a press mixes it from
	SpotInk                     // as a colour of its own, a Separation (ISO 32000-1, 8.6.6.4), which is a plate on a press
	BlackInk                    // in the black of the text
)

// WithSecond returns p with another way to have the second ink. One for a screen stays as it is. The presses of KDP print from
// cyan, magenta, yellow and black and mix a spot colour from them.
func (p Profile) WithSecond(second SecondInk) Profile {
	switch {
	case p.links:
		return p
	case p.Name == KDP.Name && second == SpotInk:
		second = ProcessInk
	}
	p.second = second
	return p
}

// ForCover returns p for the cover of a book: with bleed on all four sides, the second ink mixed from the process inks, and less than so many
// percent of all inks together on any place, 0 for no limit. ink.go says how what has more is printed.
func (p Profile) ForCover(ink int) Profile {
	p.bleed = wholeBleed
	p.limit = ink
	return p.WithSecond(ProcessInk)
}

// Second returns how the profile has the second ink.
func (p *Profile) Second() SecondInk { return p.second }

// standard is the part of ISO 15930 that a file conforms to.
type standard uint8

const (
	noStandard standard = iota
	x1a2001
	x1a2003
	x4
)

// The profiles.
var (
	// Plain is for a sheet printed at home: PDF 1.7, links, no structure.
	Plain = Profile{Name: "plain", version: "1.7", links: true, metadata: true}

	// Screen is for reading: PDF 1.7 with links, bookmarks and page labels, tagged to PDF/UA-1 (ISO 14289-1) where the
	// document has a structure.
	Screen = Profile{Name: "screen", version: "1.7", packed: true, links: true, tagged: true, metadata: true}

	// KDP is for Amazon's presses: pages of trim size plus bleed at the head, the foot and the fore edge; no
	// annotations, no bookmarks, no transparency.
	KDP = Profile{Name: "kdp", version: "1.7", metadata: true, bleed: outerBleed, flat: true, second: BlackInk}

	// Ingram is for Ingram's presses: PDF/X-1a:2001 (ISO 15930-1). PDF 1.3, nothing transparent, all colours grey or
	// CMYK, and the printing condition told by its registered name, CGATS TR 001 (offset on coated publication stock,
	// SWOP), which needs no ICC profile in the file.
	Ingram = Profile{Name: "ingram", version: "1.3", bleed: wholeBleed, flat: true, inks: true, second: BlackInk,
		standard: x1a2001, condition: swop}

	// DriveThru is for the presses that print cards for DriveThruCards: PDF/X-1a:2003 (ISO 15930-4), which differs from that
	// of 2001 in being PDF 1.4. Every card's page has its bleed on all sides.
	DriveThru = Profile{Name: "drivethru", version: "1.4", bleed: wholeBleed, flat: true, inks: true, second: ProcessInk,
		standard: x1a2003, condition: swop}
)

var swop = Condition{Name: "CGATS TR 001", Info: "SWOP (publication) printing in USA, #5 paper"}

// X4 returns PDF/X-4 (ISO 15930-7), which most printers ask for today: PDF 1.6, with transparency, and with RGB
// pictures that carry their profile, so that the printer converts them. Both profiles of the condition are required.
func X4(condition Condition) Profile {
	return Profile{Name: "x4", version: "1.6", metadata: true, bleed: wholeBleed, second: ProcessInk, standard: x4, condition: condition}
}

// Condition is a printing condition.
type Condition struct {
	Name string // its name in the registry of the ICC, "FOGRA39" for example
	Info string // its name for display
	CMYK []byte // ICC profile of the condition, an output profile
	RGB  []byte // ICC profile of the pictures in RGB
}

// check returns an error if the document lacks what the profile requires.
func (p *Profile) check(doc *page.Document) error {
	if p.standard == noStandard {
		return nil
	}
	switch {
	case doc.Title == "":
		return fmt.Errorf("the profile %s needs a title", p.Name)
	case doc.Date.IsZero():
		return fmt.Errorf("the profile %s needs a date", p.Name)
	}
	if p.standard == x4 {
		if err := checkICC(p.condition.CMYK, "prtr", "CMYK"); err != nil {
			return &ICCError{"the ICC profile of " + p.condition.Name, err}
		}
		if err := checkICC(p.condition.RGB, "", "RGB "); err != nil {
			return &ICCError{"the ICC profile of RGB pictures", err}
		}
	}
	return nil
}

// ICCError reports an ICC profile that cannot be used, or read.
type ICCError struct {
	Name string // file name of the profile
	Err  error
}

func (e *ICCError) Error() string { return fmt.Sprintf("%s: %v", e.Name, e.Err) }
func (e *ICCError) Unwrap() error { return e.Err }

// checkICC checks the header of an ICC profile (ICC.1, 7.2): class and colour space. PDF/X-4 does not allow version 5.
func checkICC(data []byte, class, space string) error {
	switch {
	case len(data) < 128 || string(data[36:40]) != "acsp":
		return fmt.Errorf("not an ICC profile")
	case data[8] > 4:
		return fmt.Errorf("version %d of ICC profiles is too new for PDF/X-4", data[8])
	case class != "" && string(data[12:16]) != class, string(data[16:20]) != space:
		return fmt.Errorf("class %q and colours %q instead of %q and %q", data[12:16], data[16:20], class, space)
	}
	return nil
}
