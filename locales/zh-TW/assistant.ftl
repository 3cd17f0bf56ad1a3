### What the assistant of the chat says, before a person is there.

assistant-other-language = 這篇文章目前只有{ $language }版本。
assistant-unsure = 這個問題我沒有找到有把握的答案，不想讓您白忙一場。您可以換個說法再問，或是請同事來協助您。
assistant-which = 可以再說得具體一點嗎？例如發生了什麼事、哪個幣種、什麼時候。也可以選一個最接近的類別。
assistant-ask-category = 等候時請先選一下：您的問題屬於哪一類？
assistant-ask-fact = 為了讓同事更快查到，請告訴我：{ $field }。
assistant-ask-why = { $why }。
assistant-ask-example = 例如：{ $example }
assistant-ask-choice = 可以回答：{ $choices }
assistant-noted = 好的，已經記下，同事會看到。
assistant-greeting = 您好，我是自動助理。請直接說您遇到的問題，我先幫您找答案；需要時隨時可以轉給同事。
assistant-thanks = 不客氣。還有問題隨時告訴我。
assistant-robot = 我是自動助理，只根據我們的說明文章回答。想和真人溝通，說一聲就可以。
assistant-hand-over-asked = 好的，正在為您轉接同事。您剛才說的內容他們都看得到，不用再說一次。
assistant-hand-over-misses = 我沒能幫上忙，這就請同事來接手。您剛才說的內容他們都看得到。
assistant-hand-over-theft = 這件事需要馬上處理，正在請同事優先接手。請先做兩件事：如果還能登入，立即變更密碼並凍結帳戶；不要再操作任何陌生人給您的連結。我們絕不會向您要驗證碼或助記詞。
assistant-hand-over-deceived = 請先停止和對方聯絡，不要再轉帳。正在請同事優先接手。如果還能登入，請立即變更密碼；如果助記詞已經外洩，請把剩餘資產轉到一個全新的錢包。我們絕不會向您要驗證碼或助記詞。
assistant-hand-over-life = 聽到您這樣說，我很擔心您。錢的事可以慢慢處理，您的安全最重要。如果您現在有危險，請立即撥打 110 或 119；也可以撥打 1925 安心專線。我這就請同事來陪您說話。
assistant-hand-over-threat = 請不要付款，也不要再回覆對方，並保存對話紀錄。如果您有人身危險，請立即撥打 110。正在請同事優先接手。
assistant-hand-over-law = 明白了，這件事需要專人處理，正在請同事接手。請保留相關紀錄和案件編號。
