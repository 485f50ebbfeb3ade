package check

// What shops ask of a cover's picture, in pixels: Apple and Kindle take long sides of 640 to 7200 and 10000, Kindle
// recommends 2560 by 1600, and all show covers that are neither square nor strips.
const (
	coverLeast   = 640
	coverMost    = 7200
	coverWanted  = 2560
	coverSquat   = 1.2 // height to width
	coverSlender = 2.0
)

// coverSize reports a cover that shops refuse.
func coverSize(f *facts) {
	p := f.book.EPUBCover
	if p == nil {
		return
	}
	if long := max(p.Width, p.Height); long < coverLeast || long > coverMost {
		f.report(f.cfg.Where("epub.cover"), "the cover %q is %d × %d pixels; shops take %d to %d on the longer side", p.Path,
			p.Width, p.Height, coverLeast, coverMost).
			Note("save it 1600 pixels wide and 2560 high, or delete the line and octavo makes a cover")
	}
}

// coverSmall reports a cover that shops take and do not like.
func coverSmall(f *facts) {
	p := f.book.EPUBCover
	if p == nil {
		return
	}
	if long := max(p.Width, p.Height); long >= coverLeast && long < coverWanted {
		f.report(f.cfg.Where("epub.cover"), "the cover %q is %d × %d pixels; shops want %d on the longer side", p.Path, p.Width,
			p.Height, coverWanted).
			Note("save it 1600 pixels wide and 2560 high")
	}
}

// coverShape reports a cover that is too broad or too slender to stand among others.
func coverShape(f *facts) {
	p := f.book.EPUBCover
	if p == nil || p.Width <= 0 {
		return
	}
	if ratio := float64(p.Height) / float64(p.Width); ratio < coverSquat || ratio > coverSlender {
		f.report(f.cfg.Where("epub.cover"), "the cover %q is %d × %d pixels; it should be 1.2 to 2 times as high as it is wide", p.Path,
			p.Width, p.Height).
			Note("crop it to 1600 pixels wide and 2560 high, or the like")
	}
}
