// Shows published answers: a list of them, and the page of one, which keeps its address. Called by the handler.
import { environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { findPublicAnswer, isPlace, publicPage } from '../store/public-lists.ts'
import { answerPage } from './answer-page.tsx'
import { answersPage } from './answers-page.tsx'
import { askedAnswers, nothingHere } from './opened.ts'
import { tagged } from './tagged.ts'

const ON_A_PAGE = 10

export async function showAnswers(request: Request): Promise<Reply> {
  const { region, topics, list } = askedAnswers(request)
  const after = isPlace(request.query['after'] ?? '') ? request.query['after'] : undefined
  const tableName = environment('TABLE_NAME')
  const page = await publicPage({ tableName, list, limit: ON_A_PAGE, after, at: request.at, topics })
  return asPage(request, answersPage({ region, request, list, page, isFirst: after === undefined }))
}

export async function showAnswer(request: Request): Promise<Reply> {
  const { region, topics } = askedAnswers({ ...request, query: {} })
  const answer = await findPublicAnswer(environment('TABLE_NAME'), request.params['answer'] ?? '', topics, request.at)
  if (!answer) throw nothingHere(region, request)
  return asPage(request, answerPage({ region, request, answer }))
}

/** Where a choice of language is made, it is kept by a cookie, and the reply by nobody. */
function asPage(request: Request, body: string): Reply {
  const reply = html(200, body)
  if (request.query['lang'] === undefined) return tagged(request, reply, 'Accept-Language', 'Cookie')
  return { ...reply, headers: { ...reply.headers, 'X-Robots-Tag': 'all' } }
}
