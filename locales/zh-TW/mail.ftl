### Mails. Each has a subject, a preheader, paragraphs and a button.

## Around every mail

mail-reference = 案件編號：{ $reference }
mail-link-below = 如果按鈕無法點選，請複製這個網址：
mail-automatic = 這封郵件由系統寄出，直接回覆無人閱讀。請在案件頁面裡回覆。

## Receipt to an address that has proved nothing: none of the customer's own words

mail-receipt-subject = 已收到您的案件 { $reference }
mail-receipt-preheader = 請打開連結，確認這是您的信箱。
mail-receipt-1 = 有人用這個信箱向 { $brand } 提交了一個案件。如果是您，請點選下面的按鈕，確認信箱屬於您。
mail-receipt-2 = 確認之後，您可以隨時查看進度，回覆也會寄到這裡。連結 { $duration }內有效，只能用一次。
mail-receipt-3 = 如果不是您，請忽略這封郵件：沒有您的確認，我們不會再寄信給您。
mail-receipt-button = 是我，打開案件

## Receipt to an address that is known to be the customer's

mail-received-subject = 已收到您的案件 { $reference }
mail-received-preheader = 通常在 { $range }內答覆。
mail-received-1 = 您的案件已經記錄在案，客服會閱讀並回覆，通常在 { $range }內。
mail-received-2 = 不用重複送出。想補充或催辦，請打開案件，排隊位置不變。
mail-received-button = 查看案件

## An agent has answered

mail-answer-subject = 您的案件 { $reference } 有新回覆
mail-answer-preheader = { $name } 回覆了您。
mail-answer-1 = { $name }（客服編號 { $number }）寫道：
mail-answer-2 = 想回覆，或核對這是否為官方訊息，請打開案件。
mail-answer-button = 打開案件並回覆

## A program of the exchange has answered

mail-answer-by-desk-subject = 您的案件 { $reference } 有新回覆
mail-answer-by-desk-preheader = { $brand } 回覆了您。
mail-answer-by-desk-1 = { $brand } 寫道：
mail-answer-by-desk-2 = 想回覆，或核對這是否為官方訊息，請打開案件。
mail-answer-by-desk-button = 打開案件並回覆

## A case was closed

mail-closed-subject = 您的案件 { $reference } 已結案
mail-closed-preheader = 沒有解決？隨時可以重新開啟。
mail-closed-1 = 我們認為問題已經解決，所以將案件結案。完整的對話會為您保留。
mail-closed-2 = 如果還沒有解決，進入案件就能重新開啟；如果解決了，歡迎在那裡給我們評分。
mail-closed-button = 查看案件並評價

## A link to one's cases, asked for

mail-link-subject = 打開「我的案件」的連結
mail-link-preheader = 只能用一次，{ $duration }內有效。
mail-link-1 = 您請我們寄來一個連結，用它可以查看您在 { $brand } 的案件。
mail-link-2 = 它只能用一次，{ $duration }內有效。如果不是您要的，請忽略這封郵件，也不要轉給任何人。
mail-link-button = 打開我的案件

## Who invites and resets, as far as a mail tells

mail-administrator = 管理員

## An invitation to work here

mail-invitation-subject = 邀請您加入 { $brand } 客服團隊
mail-invitation-preheader = 用連結設定密碼和雙重驗證。
mail-invitation-1 = { $inviter } 邀請您以「{ $role }」的身分加入 { $brand } 的客服團隊。
mail-invitation-2 = 點選按鈕設定密碼和雙重驗證。連結 { $duration }內有效，只能用一次。如果您沒有料到這封郵件，請先向同事確認。
mail-invitation-button = 接受邀請

## To a lead: a customer chased and a promise was missed

mail-late-subject = 客戶在催，承諾已逾時：{ $reference }
mail-late-preheader = 應在 { $time } 前答覆。
mail-late-1 = 客戶第 { $count } 次催辦，而我們答應在 { $time } 前答覆，沒有做到。
mail-late-2 = 目前由 { $assignee } 負責。請確認有人接手，並告訴客戶何時能有答覆。
mail-late-nobody = 還沒有人
mail-late-button = 打開案件

## To an agent: the second factor was reset

mail-totp-reset-subject = 您的雙重驗證已被重設
mail-totp-reset-preheader = 如果不是您要求的，請馬上聯絡管理員。
mail-totp-reset-1 = { $admin } 重設了您的雙重驗證，您的所有登入都已結束。請用下面的連結重新設定；它只能用一次，{ $duration }內有效。
mail-totp-reset-2 = 如果不是您要求的，請不要使用連結，馬上聯絡另一位管理員。
mail-totp-reset-button = 重新設定

## To an agent: the account has ended

mail-ended-subject = 您在 { $brand } 客服工作台的帳戶已停用
mail-ended-preheader = 您的所有登入都已結束。
mail-ended-1 = 您在 { $brand } 客服工作台的帳戶已停用，所有登入都已結束。
mail-ended-2 = 如果您沒有料到，請詢問管理員。
mail-ended-button = 打開工作台
