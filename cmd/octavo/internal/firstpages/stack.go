package firstpages

// stackSize is what packages need of the stack while they are initialised, in bytes: goldmark/util compiles an expression that nests deep.
const stackSize = 100 << 10

func init() { growStack(1) }

// growStack has the stack grow at once, instead of by doubling it, and copying it, five times. What it returns keeps the compiler from
// leaving that out.
//
//go:noinline
func growStack(i int) byte {
	var room [stackSize]byte
	room[i] = 1
	return room[i-1]
}
