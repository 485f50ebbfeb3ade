package book

// Origin says whose work words or a picture are. Shops ask for it: what an author wrote and had improved by AI is the author's, what AI
// wrote stays its own however much it was edited afterwards (KDP's content guidelines).
type Origin string

// The origins. "" is not said: that of what the words or the picture stand in.
const (
	Human    Origin = "human"
	Assisted Origin = "ai-assisted"
	AI       Origin = "ai"
)

// Origins are the origins as authors write them.
var Origins = []string{string(Human), string(Assisted), string(AI)}

// Or returns o, or else another origin.
func (o Origin) Or(other Origin) Origin {
	if o == "" {
		return other
	}
	return o
}
