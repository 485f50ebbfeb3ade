package cos

import "errors"

// errLoop is damage: a node of a tree must not contain itself, or occur twice.
var errLoop = errors.New("a tree of its objects leads back into itself")

// Walk visits a tree of dictionaries that hang together by Kids: the page tree, and number and name trees. Visit gets
// each node in its order with what the node above passed down, and returns what it passes down itself; descend is
// whether the node's kids are visited. Kids that are no dictionaries are passed over and count as Damage; whole reports whether there
// are none.
//
// Every node spends an object, and each indirect object, a node or an array of kids, is visited once. So the time is
// bounded by the size of the file.
func Walk[T any](f *File, root Value, passed T, visit func(ref Ref, node Dict, passed T) (down T, descend bool)) (whole bool) {
	type level struct {
		kids   Array
		passed T
	}
	whole = true
	seen := map[Ref]bool{}
	first := func(v Value) bool {
		ref, ok := v.(Ref)
		if ok && seen[ref] {
			f.Note(errLoop)
			return false
		}
		if ok {
			seen[ref] = true
		}
		return true
	}
	stack := []level{{Array{root}, passed}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.kids) == 0 {
			stack = stack[:len(stack)-1]
			continue
		}
		v := top.kids[0]
		top.kids = top.kids[1:]
		if !f.Spend(Objects, 1) {
			return false
		}
		if !first(v) {
			continue
		}
		node := f.Dict(v)
		if node == nil {
			if f.Resolve(v) != nil || len(stack) > 1 {
				f.Note(Mended("a node of a tree of its objects cannot be read"))
				whole = false
			}
			continue
		}
		ref, _ := v.(Ref)
		down, descend := visit(ref, node, top.passed)
		if kids := node["Kids"]; descend && kids != nil && first(kids) {
			stack = append(stack, level{f.Array(kids), down})
		}
	}
	return whole
}
