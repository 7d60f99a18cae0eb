// The colours of pages and mails. Read by their styles and by the check of a region's own accent.
export type Scheme = 'light' | 'dark'
type Colour = 'ink' | 'soft' | 'paper' | 'ground' | 'line' | 'accent' | 'accent-ink' | 'good' | 'bad' | 'note'

export const palette: Readonly<Record<Scheme, Readonly<Record<Colour, string>>>> = {
  light: {
    ink: '#14202b',
    soft: '#4f5d6a',
    paper: '#ffffff',
    ground: '#eef1f4',
    line: '#c9d2da',
    accent: '#1a5a96',
    'accent-ink': '#ffffff',
    good: '#1c6b3c',
    bad: '#a3241d',
    note: '#f3f7fb',
  },
  dark: {
    ink: '#e8edf2',
    soft: '#a9b6c2',
    paper: '#17202a',
    ground: '#0f161d',
    line: '#3b4957',
    accent: '#7fb8ee',
    'accent-ink': '#0c1a28',
    good: '#7fd0a0',
    bad: '#ff9d94',
    note: '#1e2a36',
  },
}

/** What the accent is drawn on, or is itself the ground of: it must be read on each. */
export const underAccent = ['paper', 'ground', 'note', 'accent-ink'] as const satisfies readonly Colour[]
