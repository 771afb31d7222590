import { generateClient } from './generate'

generateClient()
