package typeset_test

import (
	"fmt"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/styles"
)

// A paragraph is broken into lines as a whole; a line is items at places.
func ExampleSetParagraph() {
	data, err := styles.FS.ReadFile("fonts/EBGaramond-Regular.ttf")
	if err != nil {
		panic(err)
	}
	face, err := typeset.LoadFace("EBGaramond-Regular", data)
	if err != nil {
		panic(err)
	}
	text := "As a child I supposed that the job was light. The job was wicks. It was soot, and oil carried up by hand."
	lines := typeset.SetParagraph([]typeset.Inline{&typeset.Span{Text: text, Font: face, Size: 11 * page.Pt}}, typeset.Setting{Measure: 180 * page.Pt})
	for _, l := range lines {
		for _, it := range l.Items {
			if t, ok := it.(*page.Text); ok {
				fmt.Println(t.Text)
			}
		}
	}
	// Output:
	// As a child I supposed that the job was light.
	// The job was wicks. It was soot, and oil
	// carried up by hand.
}
