"""Words that tell secrets in other languages than English, in small letters; parts of patterns."""

from typing import Final

PASSWORD: Final = (
    "contraseña|contrasen\u0303a|contrasena|senha|palavra-passe|mot de passe|parola|passwort|kennwort|wachtwoord"
    "|lösenord|adgangskode|salasana|hasło|haslo|heslo|jelszó|пароль|şifre|sifre|mật khẩu|kata sandi"
    "|كلمة المرور|كلمة السر|סיסמה|पासवर्ड|รหัสผ่าน|비밀번호|패스워드|パスワード|密码|密碼|口令"
)
STATE: Final = (  # of a password; what stands behind its word and is none
    "falsch|richtig|vergessen|ungültig|leer|incorrecta|incorrecto|incorreta|inválida|olvidada|esquecida|oublié|errata"
    "|неверный|неверно|верный|забыт|пустой|niepoprawne|geçersiz|hatalı|错误|正确|忘记|無効"
)
PHONE: Final = (
    "telephone|telefon|telefono|teléfono|telefone|téléphone|telefoon|telefonnummer|rufnummer|handynummer|handy|mobil|celular"
    "|móvil|movil|телефон|тел|هاتف|الهاتف|جوال|điện thoại|sđt|電話番号|電話|携帯|전화번호|전화|휴대폰|手機"
    "|call me at|call me on|reach me at|reach me on|call us at|call us on"
)
IS: Final = "is|are|was|ist|lautet|est|es|é|è|jest|là|это"
