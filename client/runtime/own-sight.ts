import type { Object3D } from 'three'

const OWN = 'ownSight'

/** Marks what is drawn for this person alone: it is left out where the scene is drawn as somebody else sees it. */
export function onlyOwnSight<Root extends Object3D>(root: Root): Root {
  root.userData[OWN] = true
  return root
}

export const isOwnSight = ({ userData }: Object3D): boolean => userData[OWN] === true
