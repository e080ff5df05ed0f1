/**
 * The most frequent function words of the languages postings come in, for a vote on a text's language.
 * Words that two of these languages share are listed with neither, unless far more frequent in one.
 */
export const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'the and of to for with you our we are your will be this that is on as or from by have at an their all who team'.split(
    ' ',
  ),
  fr: 'les des et du vous pour nous une dans est avec votre aux nos sur notre vos au ou sont ce cette par être qui que'.split(
    ' ',
  ),
  de: 'und der die wir mit für ein eine zu dich sie von im du bei auf sowie ist den unser oder dein ihr das nach zur zum'.split(
    ' ',
  ),
  pl: 'i w z na do oraz się jest pracy lub dla od nie przez które nasz po jako pod są że naszych za praca umowę'.split(
    ' ',
  ),
  es: 'el los las y para con una del por en se que nuestro nuestra eres como su más al es son'.split(' '),
  it: 'il di che per con una della delle dei gli nel nella sono è alla del si come anche'.split(' '),
  nl: 'de het een en van voor je met wij jij op aan zijn bij als om jouw ben naar ook wat'.split(' '),
  sv: 'och att som är vi med för du en på av till har ett dig oss eller inom din kommer'.split(' '),
  pt: 'para com uma você não são mais seu sua nossa nosso ou é ao pelo pela dos das em nossos nossas'.split(' '),
};
