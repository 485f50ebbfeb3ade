package docx

// Answer is a remark of a reader, and what became of it.
type Answer struct {
	Where   string // where its words stand now, in words
	Anchor  string // the anchor of that, "" for none
	Outcome string // what became of it, in a few words
	Words   string // those that it is on, "" for none
	Struck  bool   // they are to be deleted
	New     string // words to be put there
	Comment string // in quotation marks
	Why     string // what the author says to it
}

// answers writes the page that tells a reader what became of the reader's remarks, if there are any.
func (d *document) answers(list []Answer) {
	if len(list) == 0 {
		return
	}
	w := &d.cfg.Lang.Answers
	const above = inch / 6
	d.paragraph(paragraph{style: "Contact", breaks: true, keep: true}, func() { d.run(w.Title, runStyle{bold: true}) })
	d.line(paragraph{style: "Contact", before: above}, w.Thanks)
	for i := range list {
		a := &list[i]
		d.paragraph(paragraph{style: "Contact", before: above, keep: true}, func() {
			d.run(a.Outcome, runStyle{bold: true})
			d.run(" \u2022 "+a.Where, runStyle{})
		})
		if a.Words != "" || a.New != "" {
			d.paragraph(paragraph{style: "Contact", left: inch / 2}, func() { d.answered(a) })
		}
		if a.Comment != "" {
			q := d.cfg.Lang.Quotes.Outer
			d.line(paragraph{style: "Contact", left: inch / 2}, q.Open+a.Comment+q.Close)
		}
		if a.Why != "" {
			d.paragraph(paragraph{style: "Contact", left: inch / 2}, func() { d.run(a.Why, runStyle{italic: true}) })
		}
	}
}

// answered writes the words that a remark is on and those that it asks for.
func (d *document) answered(a *Answer) {
	if a.Words != "" {
		d.run(a.Words, runStyle{italic: true, strike: a.Struck})
	}
	if a.Words != "" && a.New != "" {
		d.run(" ", runStyle{})
	}
	if a.New != "" {
		d.run(a.New, runStyle{italic: true, under: true})
	}
}
