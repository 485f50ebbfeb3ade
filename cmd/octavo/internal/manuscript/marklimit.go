package manuscript

import "fmt"

const (
	// mostMarks is how many marks a passage without a blank line may have. The time for matching brackets and emphasis grows with the square
	// of their number; no prose comes near this limit.
	mostMarks = 10_000

	// mostMarksOfFile is how many marks a file may have: a link, which has four, takes a kilobyte while it is read.
	mostMarksOfFile = 500_000

	// mostLinesOfFile is how many lines that are not blank a file may have. Each may be a block, which takes as much; a book that is set has
	// half of them (package check).
	mostLinesOfFile = 500_000
)

// tangled is a place beyond which a text is not read, and why.
type tangled struct {
	at     int // offset
	what   string
	advice string
}

// overfull returns where a text has more marks or lines than can be read, or nil.
func overfull(text []byte) *tangled {
	start := 0 // of the passage
	lines, all, marks, blank := 0, 0, 0, true
	for i, c := range text {
		switch c {
		case '\n':
			if blank {
				all, marks, start = all+marks, 0, i+1
			} else if lines++; lines > mostLinesOfFile {
				return &tangled{i, fmt.Sprintf("file of more than %d,000 lines", mostLinesOfFile/1000), "divide it into chapters, each a file; this one is not read further"}
			}
			blank = true
		case ' ', '\t', '\r':
		case '{', '$', '@', '^', '|', '\\': // these are matched in time
			blank = false
			all++
		case '*', '_', '[', ']', '<', '`', '~', '!', '&':
			blank = false
			if marks++; marks > mostMarks {
				return &tangled{start, fmt.Sprintf("passage of more than %d marks like * _ [ ] < ` without a blank line between", mostMarks),
					"break it with blank lines; the file is not read further"}
			}
		default:
			blank = false
		}
		if all+marks > mostMarksOfFile {
			return &tangled{i, fmt.Sprintf("file of more than %d,000 marks like * _ [ ] < `", mostMarksOfFile/1000),
				"divide it into chapters, each a file; this one is not read further"}
		}
	}
	return nil
}
