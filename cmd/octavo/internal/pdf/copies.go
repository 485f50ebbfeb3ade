package pdf

import (
	"fmt"
	"io"
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// Copy is what is specific to one copy of a document.
type Copy struct {
	ID    string                 // written to its metadata
	Slots map[string][]page.Item // texts, rules and paths, by the name of the slot
	Own   *Own                   // nil: it has the pages of all copies
}

// Master is a document that is written many times. What all copies share is made once.
type Master struct {
	doc    *page.Document
	file   *file
	uses   *uses
	copies []Copy
	forms  [][][]byte      // the contents of the slots, by copy and slot
	own    [][]pageContent // of the pages that a copy has of its own
}

// NewMaster makes all that copies of a document share. The errors are those of Write, and that of a slot with anything
// other than texts, rules and paths.
func NewMaster(doc *page.Document, profile Profile, copies []Copy) (*Master, error) {
	if profile.standard == x4 {
		return nil, fmt.Errorf("write pdf: the profile %s is for the press, which prints no copies for readers", profile.Name)
	}
	f, uses, err := prepare(doc, &profile, copies)
	if err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	m := &Master{doc: doc, file: f, uses: uses, copies: copies, forms: make([][][]byte, len(copies))}
	jobs := make([]func() error, len(copies))
	for i, c := range copies {
		jobs[i] = func() error {
			w := content{uses: uses}
			for _, name := range uses.slots {
				if err := w.form(c.Slots[name]); err != nil {
					return fmt.Errorf("copy %s: %w", c.ID, err)
				}
				data, err := quicklyDeflated(w.b)
				if err != nil {
					return err
				}
				m.forms[i] = append(m.forms[i], data)
			}
			return nil
		}
	}
	if err := inParallel(jobs); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	f.objects[f.info].isLoose = true
	if uses.copiesHaveOwn {
		if m.own, err = uses.ownContents(copies); err != nil {
			return nil, fmt.Errorf("write pdf: %w", err)
		}
		f.loosen(uses)
	}
	if f.packed {
		if err := f.pack(); err != nil {
			return nil, fmt.Errorf("write pdf: %w", err)
		}
	}
	return m, nil
}

// Write writes the n-th copy, from 0. Several copies may be written at once.
func (m *Master) Write(w io.Writer, n int) error {
	f := *m.file
	f.objects = slices.Clone(f.objects)
	c := &m.copies[n]
	for i, object := range m.uses.forms {
		// A form's origin is that of its slot; its box is larger than any page (ISO 32000-1, 8.10).
		f.setStream(object, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[-9999 -9999 9999 9999]/Resources %d 0 R/Filter/FlateDecode",
			resourcesObject), m.forms[n][i])
	}
	f.setLoose(f.info, info(m.doc, m.uses.profile, c.ID))
	if f.metadata > 0 {
		f.setStream(f.metadata, "/Type/Metadata/Subtype/XML", xmp(m.doc, m.uses, nil, c.ID))
	}
	if c.Own != nil {
		if err := f.insert(m.doc, m.uses, c.Own, m.own[n]); err != nil {
			return fmt.Errorf("write pdf: copy %s: %w", c.ID, err)
		}
	}
	if err := f.write(w); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// form writes the content of a slot in a copy, as an artifact.
func (c *content) form(items []page.Item) error {
	*c = content{uses: c.uses, b: c.b[:0], graphics: graphics{lineWidth: 1000}}
	if err := c.items(items); err != nil {
		return err
	}
	c.endText()
	return nil
}

// slot draws the form of a slot.
func (c *content) slot(s *page.Slot) {
	c.endTextAbove(s.Y)
	c.markAs(nil, layoutArtifact)
	c.b = append(c.b, "q 1 0 0 1 "...)
	c.coordinates(s.X, s.Y)
	c.b = append(c.b, "cm "...)
	c.b = append(c.b, slotName(c.uses.bySlot[s.Name])...)
	c.operator(" Do Q")
}
