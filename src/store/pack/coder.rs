//! An adaptive binary range coder: each bit costs what its chance says, and chances learn from every
//! bit. After the coder of LZMA, with chances that learn fast at first.

/// The chance of a 0, in 12 bits, over how often it was seen, in 4.
#[derive(Clone, Copy)]
pub struct Chance(u16);

/// Even.
pub const EVEN: Chance = Chance(0x8000);

/// How far a chance moves at its n-th bit: over so many, in 1/16.
const PACE: [u32; 16] = [
    28, 40, 56, 72, 88, 104, 120, 140, 160, 180, 200, 224, 256, 288, 320, 352,
];

impl Chance {
    fn of_zero(self) -> u32 {
        // Never none: a chance keeps away from both ends.
        (u32::from(self.0 >> 4)).clamp(24, 4_072)
    }

    /// Learns from a bit.
    pub fn learn(&mut self, bit: bool) {
        let seen = self.0 & 15;
        let chance = u32::from(self.0 >> 4);
        let pace = PACE[usize::from(seen)];
        let chance = if bit {
            chance - chance * 16 / pace
        } else {
            chance + (4_095 - chance) * 16 / pace
        };
        self.0 = (chance as u16) << 4 | (seen + 1).min(15);
    }
}

/// Puts bits in.
pub struct Encoder {
    low: u64,
    range: u32,
    /// The byte that a carry may still raise, and how many 0xff wait behind it.
    cache: u8,
    waiting: u32,
    started: bool,
    out: Vec<u8>,
}

/// Gets bits out.
pub struct Decoder<'b> {
    bytes: std::slice::Iter<'b, u8>,
    range: u32,
    code: u32,
}

/// What codes and decodes alike, so that the order of bits is written once.
pub trait Coder {
    /// Codes a bit by its chance, which learns; gives the bit. A decoder does not look at `bit`.
    fn bit(&mut self, bit: bool, chance: &mut Chance) -> bool;

    /// Codes `count` bits of even chance.
    fn plain(&mut self, value: u32, count: u32) -> u32 {
        let mut got = 0;
        for at in (0..count).rev() {
            let mut even = EVEN;
            got = got << 1 | u32::from(self.bit(value >> at & 1 == 1, &mut even));
        }
        got
    }

    /// Codes a number of `count` bits, the high bits first, each by the bits before it.
    fn tree(&mut self, value: u32, count: u32, chances: &mut [Chance]) -> u32 {
        let mut node = 1;
        for at in (0..count).rev() {
            let bit = self.bit(value >> at & 1 == 1, &mut chances[node]);
            node = node << 1 | usize::from(bit);
        }
        node as u32 & !(1 << count)
    }
}

impl Encoder {
    /// Nothing put in yet.
    pub fn new() -> Self {
        Self {
            low: 0,
            range: u32::MAX,
            cache: 0,
            waiting: 0,
            started: false,
            out: Vec::new(),
        }
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = (self.low >> 32) as u8;
            if self.started {
                self.out.push(self.cache.wrapping_add(carry));
            }
            for _ in 0..self.waiting {
                self.out.push(0xff_u8.wrapping_add(carry));
            }
            self.started = true;
            self.waiting = 0;
            self.cache = (self.low >> 24) as u8;
        } else {
            self.waiting += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// The bytes. Zeros at the end are left out, since a decoder reads zeros there.
    pub fn finish(mut self) -> Vec<u8> {
        // Of all numbers in the range, the one with the most zeros at its end.
        let end = self.low + u64::from(self.range) - 1;
        let mut kept = 32;
        while kept > 0 && (end >> kept << kept) < self.low {
            kept -= 1;
        }
        self.low = end >> kept << kept;
        for _ in 0..5 {
            self.shift();
        }
        while self.out.last() == Some(&0) {
            self.out.pop();
        }
        self.out
    }
}

impl Coder for Encoder {
    fn bit(&mut self, bit: bool, chance: &mut Chance) -> bool {
        let bound = (self.range >> 12) * chance.of_zero();
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        chance.learn(bit);
        bit
    }
}

impl<'b> Decoder<'b> {
    /// Of what [`Encoder::finish`] gave.
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut this = Self {
            bytes: bytes.iter(),
            range: u32::MAX,
            code: 0,
        };
        for _ in 0..4 {
            this.code = this.code << 8 | this.next();
        }
        this
    }

    fn next(&mut self) -> u32 {
        self.bytes.next().map_or(0, |byte| u32::from(*byte))
    }
}

impl Coder for Decoder<'_> {
    fn bit(&mut self, _: bool, chance: &mut Chance) -> bool {
        let bound = (self.range >> 12) * chance.of_zero();
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | self.next();
        }
        chance.learn(bit);
        bit
    }
}
