package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// Own is pages of one copy of a document. Of the copies of a master all have such pages, or none has. They may link to the document's
// pages, which cannot link to them.
type Own struct {
	After int // how many pages of the document stand before them
	Pages []*page.Page
	Root  *page.Node // their structure, as a child of the document's
}

// shared is what of a document's objects a copy with pages of its own writes anew.
type shared struct {
	catalog    [2]string // before and behind the labels of the pages
	root       *element  // of the structure tree; nil: the document is not tagged
	tree       int       // the object of the tree's root
	parents    int       // the object of the parent tree
	parentKeys int       // how many keys that has
	entries    string    // further entries of the tree's root
}

// collectOwn visits the pages that copies have of their own, after those of the document.
func (u *uses) collectOwn(copies []Copy) error {
	for _, c := range copies {
		if c.Own == nil {
			continue
		}
		u.copiesHaveOwn = true
		for n, pg := range c.Own.Pages {
			for _, item := range page.Placed(pg.Items) {
				switch item := item.(type) {
				case *page.Text:
					if err := u.addText(item); err != nil {
						return fmt.Errorf("page %d of copy %s: %w", n+1, c.ID, err)
					}
				case *page.Slot:
					if _, ok := u.bySlot[item.Name]; !ok {
						return fmt.Errorf("page %d of copy %s has a slot %s, which no page of the document has", n+1, c.ID, item.Name)
					}
				case *page.Rule, *page.Path, *page.Link:
				default:
					return fmt.Errorf("page %d of copy %s holds a %T", n+1, c.ID, item)
				}
			}
		}
	}
	return nil
}

// ownContents returns the contents of the pages that copies have of their own.
func (u *uses) ownContents(copies []Copy) ([][]pageContent, error) {
	out := make([][]pageContent, len(copies))
	jobs := make([]func() error, len(copies))
	for i, c := range copies {
		jobs[i] = func() error {
			if c.Own == nil {
				return nil
			}
			own := *u
			own.frames = frames(&page.Document{Pages: c.Own.Pages}, u.profile.bleed)
			out[i] = make([]pageContent, len(own.frames))
			return new(contentWriter).makeContents(out[i], &own, 0, len(own.frames))
		}
	}
	return out, inParallel(jobs)
}

// loosen marks the objects that copies with pages of their own write anew as such.
func (f *file) loosen(u *uses) {
	objects := []int{pagesObject, f.root}
	if u.shared.root != nil {
		objects = append(objects, u.shared.tree, u.shared.root.object)
	}
	for _, n := range objects {
		f.objects[n].isLoose = true
	}
}

// insert puts pages of a copy's own into its file: the pages, their labels, and their branch of the structure tree.
func (f *file) insert(doc *page.Document, all *uses, own *Own, contents []pageContent) error {
	u := *all
	u.frames = append(slices.Clip(all.frames), frames(&page.Document{Pages: own.Pages}, u.profile.bleed)...)
	u.annotations, u.ownPages = nil, nil
	for range own.Pages {
		u.ownPages = append(u.ownPages, f.reserve())
	}
	first := len(all.frames)
	u.linkKey = all.shared.parentKeys + len(own.Pages)
	var kids bytes.Buffer
	for i := range doc.Pages {
		if i == own.After {
			for k := range own.Pages {
				if err := f.addOwnPage(&u, first+k, all.shared.parentKeys+k, &contents[k]); err != nil {
					return err
				}
				fmt.Fprintf(&kids, "%d 0 R ", u.ownPages[k])
			}
		}
		fmt.Fprintf(&kids, "%d 0 R ", pageObject(i))
	}
	f.setLoose(pagesObject, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(doc.Pages)+len(own.Pages), bytes.TrimRight(kids.Bytes(), " ")))
	f.setLoose(f.root, all.shared.catalog[0]+labelsEntry(slices.Insert(slices.Clone(doc.Pages), own.After, own.Pages...))+all.shared.catalog[1])
	if all.shared.root == nil {
		return nil
	}
	return f.insertBranch(&u, own, contents, first)
}

// addOwnPage adds a page of a copy's own; key is that of its entry in the parent tree.
func (f *file) addOwnPage(u *uses, pg, key int, c *pageContent) error {
	stream := f.addStream("/Filter/FlateDecode", c.stream)
	b := fmt.Appendf(nil, "<</Type/Page/Parent %d 0 R%s/Resources %d 0 R/Contents %d 0 R", pagesObject, u.frames[pg].boxes(u.profile), resourcesObject, stream)
	if len(c.marks) > 0 {
		b = fmt.Appendf(b, "/StructParents %d", key)
	}
	if u.profile.links {
		annotations, err := addLinks(f, pg, u)
		if err != nil {
			return err
		}
		b = append(b, annotations...)
	}
	f.set(u.ownPages[pg-len(u.frames)+len(u.ownPages)], string(append(b, ">>"...)))
	return nil
}

// insertBranch adds the structure of a copy's own pages, of which the first is page first of all, to the tree.
func (f *file) insertBranch(u *uses, own *Own, contents []pageContent, first int) error {
	elements := map[*page.Node]*element{}
	branch := newElement(own.Root, u.shared.root, elements)
	for k, c := range contents {
		for mcid, node := range c.marks {
			e := elements[node]
			if e == nil {
				return fmt.Errorf("page %d of a copy: content of a node (%s) that is not in its structure", k+1, node.Kind)
			}
			e.marks = append(e.marks, position{int32(first + k), int32(mcid)})
		}
	}
	for _, a := range u.annotations {
		e := elements[a.node]
		if e == nil {
			return errors.New("the node of a link of a copy is not in its structure")
		}
		e.links = append(e.links, a)
	}
	branch.keep()
	t := &treeWriter{file: f, uses: u, root: u.shared.tree}
	t.number(branch)
	t.write(branch)
	leaf := f.add(parentLeaf(u.shared.parentKeys, contents, u.annotations, u.linkKey, elements, withLimits))
	f.setLoose(u.shared.tree, fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Kids[%d 0 R %d 0 R]>>/ParentTreeNextKey %d%s>>",
		u.shared.root.object, u.shared.parents, leaf, u.linkKey+len(u.annotations), u.shared.entries))
	root := *u.shared.root
	at := slices.IndexFunc(root.children, func(e *element) bool { return int(e.first.page) >= own.After })
	if at < 0 {
		at = len(root.children)
	}
	root.children = slices.Insert(slices.Clone(root.children), at, branch)
	f.setLoose(root.object, string(t.body(&root)))
	return nil
}
