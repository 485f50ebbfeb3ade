package cover

import (
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
)

// deviceBox returns where the publisher's device stands upright at the foot of the spine, in place of the name, with what it stands on;
// an empty box where the book has none, or the spine has no room for it.
func (w *wrapper) deviceBox() page.Box {
	wide := min(w.spine.W-2*w.sheet.SpineClear, 54*page.Pt)
	if w.device == nil || wide < leastLabel {
		return page.Box{}
	}
	inner := wide - 2*labelEdge
	high := min(inner*page.Length(w.device.Height)/page.Length(w.device.Width), inner*3/2)
	margin := max(w.sheet.Safe, coverdesign.Unit(w.live)*34)
	h := high + 2*labelEdge
	return page.Box{X: w.spine.X + (w.spine.W-wide)/2, Y: w.spine.Y + w.spine.H - margin - h, W: wide, H: h}
}

// spineDevice draws the device on paper, for which publishers draw them.
func (w *wrapper) spineDevice(node *page.Node) []page.Item {
	b := w.deviceBox()
	if b.H == 0 {
		return nil
	}
	high := b.H - 2*labelEdge
	wide := high * page.Length(w.device.Width) / page.Length(w.device.Height)
	return []page.Item{coverdesign.Fill(b, w.Paper), &page.Image{X: b.X + (b.W-wide)/2, Y: b.Y + labelEdge, W: wide, H: high, Picture: w.device,
		Alt: w.cfg.Book.Publisher, Node: node.Add(page.NodeFigure)}}
}
